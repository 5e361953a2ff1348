# A task's first step is scheduled like a callback: behind what is ready.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(name):
        trace('step', name)
        loop.call_soon(trace, f'soon of {name}')

    loop.call_soon(trace, 'before')
    asyncio.create_task(work('a'))
    loop.call_soon(trace, 'between')
    asyncio.create_task(work('b'))
    loop.call_soon(trace, 'after')
    trace('nothing ran')
    await asyncio.sleep(0)
    trace('one turn')
    await asyncio.sleep(0)
