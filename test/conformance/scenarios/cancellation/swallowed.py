# A task that swallows its cancellation goes on and ends normally, though the request still counts.
import asyncio


async def main(trace):
    async def work():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            trace('swallowed', asyncio.current_task().cancelling())
        await asyncio.sleep(0.5)
        return 'result'

    task = asyncio.create_task(work())
    await asyncio.sleep(0.25)
    task.cancel()
    trace('result', await task, task.cancelled(), task.cancelling())
