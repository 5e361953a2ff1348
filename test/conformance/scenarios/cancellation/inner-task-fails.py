# If the awaited task answers the cancellation with an error, the awaiting one gets that error.
import asyncio


async def main(trace):
    async def inner():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            raise KeyError('broken') from None

    async def outer(task):
        try:
            await task
        except KeyError as error:
            trace('outer gets', error)
            raise

    child = asyncio.create_task(inner())
    parent = asyncio.create_task(outer(child))
    await asyncio.sleep(0.25)
    parent.cancel()
    try:
        await parent
    except KeyError as error:
        trace('main gets', error, parent.cancelled())
