# An exception in a callback is logged, and the loop goes on.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def bad(*args):
        trace('bad', list(args))
        raise ValueError('from the callback')

    loop.call_soon(bad)
    loop.call_soon(trace, 'good')
    loop.call_later(0.5, bad, 1)
    loop.call_soon_threadsafe(bad, 'threadsafe')
    await asyncio.sleep(1)
    trace('end')
