# A parent that is cancelled when its child has just ended gets the cancellation instead of the result.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def child():
        await asyncio.sleep(0.5)
        loop.call_soon(lambda: trace('cancel', parent.cancel('just then')))
        return 'lost'

    async def waits():
        task = asyncio.create_task(child())
        try:
            trace('has', await task)
        except asyncio.CancelledError as error:
            trace('gets', error, task.done(), task.cancelled())
            return await task

    parent = asyncio.create_task(waits())
    trace('result', await parent, parent.cancelling())
