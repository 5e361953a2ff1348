# Cancelling a task that awaits a task cancels that one first; both end.
import asyncio


async def main(trace):
    async def inner():
        try:
            await asyncio.sleep(5)
        finally:
            trace('inner ends')

    async def outer(task):
        try:
            await task
        finally:
            trace('outer ends', task.cancelled())

    child = asyncio.create_task(inner())
    parent = asyncio.create_task(outer(child))
    await asyncio.sleep(0.5)
    parent.cancel('down')
    trace('asked', parent.cancelling(), child.cancelling())
    try:
        await parent
    except asyncio.CancelledError as error:
        trace('caught', error, parent.cancelled(), child.cancelled())
