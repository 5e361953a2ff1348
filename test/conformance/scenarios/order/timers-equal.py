# Timers with equal deadlines run in the order of their creation, in one iteration.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def callback(name):
        trace('timer', name)
        loop.call_soon(trace, 'soon', name)

    for name in range(9):
        loop.call_at(0.5, callback, name)
    await asyncio.sleep(0.5)
    trace('the sleep was made last')
    await asyncio.sleep(0)
