# A cancelled child ends gather with a CancelledError; gather and the other children are not cancelled.
import asyncio


async def main(trace):
    async def work(name, delay):
        await asyncio.sleep(delay)
        trace(name, 'ends')
        return name

    child = asyncio.create_task(work('child', 5))
    other = asyncio.create_task(work('other', 1))
    future = asyncio.gather(child, other)
    await asyncio.sleep(0.5)
    child.cancel('only you')
    try:
        await future
    except asyncio.CancelledError as error:
        trace('caught', error, future.cancelled(), asyncio.current_task().cancelling())
    trace('other', await other)
