# A cancelled handle has forgotten its callback.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def callback(*args):
        pass

    soon = loop.call_soon(callback, 'argument')
    later = loop.call_later(0.5, callback, 'argument')
    soon.cancel()
    later.cancel()
    trace('cancelled', soon, later)
