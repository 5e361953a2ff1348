# A resumed task runs through all levels that end without waiting, in one step.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def level(depth):
        if depth == 0:
            trace('innermost waits')
            await asyncio.sleep(0.5)
            trace('innermost woke')
            loop.call_soon(trace, 'a handle after the step')
            return 0
        value = await level(depth - 1)
        trace('level', depth, value)
        return value + depth

    result = await level(6)
    trace('result', result)
    await asyncio.sleep(0)
