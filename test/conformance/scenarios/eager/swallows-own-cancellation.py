# A task that cancels itself in its eager step gets the cancellation at its first wait.
import asyncio


async def main(trace):
    async def work(swallows):
        task = asyncio.current_task()
        trace('cancel', task.cancel('own'), task.cancelling())
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError as error:
            trace('gets', error)
            if not swallows:
                raise
        return 'goes on'

    async def ends():
        asyncio.current_task().cancel('at the end')
        return 'never seen'

    for swallows in (True, False):
        task = asyncio.create_task(work(swallows), eager_start=True)
        trace('made', task.done(), task.cancelling())
        try:
            trace('result', await task)
        except asyncio.CancelledError as error:
            trace('cancelled', error)
    task = asyncio.create_task(ends(), eager_start=True)
    trace('ended', task.cancelled())
