# A gather that fails and is never awaited is reported; its children are not.
import asyncio


async def main(trace):
    async def fail(name):
        raise ValueError(name)

    asyncio.gather(fail('a'), fail('b'))
    await asyncio.sleep(0.5)
    trace('end')
