# Handles and timers show their callback, their time and whether they were cancelled.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def callback(*args):
        pass

    soon = loop.call_soon(callback)
    later = loop.call_later(0.5, callback, 1)
    at = loop.call_at(2.25, callback)
    trace('made', soon, later, at)
    trace('when', later.when(), at.when())
    soon.cancel()
    later.cancel()
    trace('cancelled', soon.cancelled(), later.cancelled(), at.cancelled())
    await asyncio.sleep(0)
    trace('at', at)
