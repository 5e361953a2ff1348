# Two cancellations before the task has got the first are delivered as one, and both count.
import asyncio


async def main(trace):
    async def work():
        task = asyncio.current_task()
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('first', error, task.cancelling())
        try:
            await asyncio.sleep(0.5)
            trace('no second')
        except asyncio.CancelledError as error:
            trace('second', error, task.cancelling())

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    trace('cancel', task.cancel('a'), task.cancel('b'))
    await task
    unbegun = asyncio.create_task(work())
    trace('cancel', unbegun.cancel('a'), unbegun.cancel('b'), unbegun.cancelling())
    try:
        await unbegun
    except asyncio.CancelledError as error:
        trace('unbegun', error)
