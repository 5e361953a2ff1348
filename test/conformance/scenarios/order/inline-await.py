# Awaiting a coroutine runs it in the same task, with no loop turn in between.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def inner():
        trace('inner runs')
        return 7

    async def outer():
        trace('outer runs')
        value = await inner()
        trace('outer has', value)
        return value + 1

    loop.call_soon(trace, 'a handle')
    result = await outer()
    trace('before any handle')
    await asyncio.sleep(0)
    trace('after the handle')
    return result
