# uncancel before the delivery takes a pending cancellation back.
import asyncio


async def main(trace):
    async def work():
        task = asyncio.current_task()
        task.cancel('never delivered')
        trace('uncancel', task.uncancel())
        await asyncio.sleep(0.5)
        trace('slept')
        task.cancel('first')
        task.cancel('second')
        trace('uncancel', task.uncancel())
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError as error:
            trace('delivered', error, task.cancelling())

    task = asyncio.create_task(work())
    await task
    trace('end', task.cancelled(), task.cancelling())
