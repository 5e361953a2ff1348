# If the awaited task swallows the cancellation, the awaiting one goes on with its result.
import asyncio


async def main(trace):
    async def inner():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            return 'stubborn'

    async def outer(task):
        value = await task
        trace('outer goes on', value, asyncio.current_task().cancelling())
        return value

    child = asyncio.create_task(inner())
    parent = asyncio.create_task(outer(child))
    await asyncio.sleep(0.25)
    parent.cancel()
    trace('result', await parent, parent.cancelled(), child.cancelled())
