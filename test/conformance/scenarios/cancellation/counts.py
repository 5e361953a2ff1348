# cancelling counts the requests, uncancel takes one back and never falls below zero.
import asyncio


async def main(trace):
    async def work():
        task = asyncio.current_task()
        for _ in range(3):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as error:
                trace('caught', error, task.cancelling())
        trace('uncancel', task.uncancel(), task.uncancel(), task.uncancel(), task.uncancel())
        return task.cancelling()

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    for number in range(3):
        task.cancel(number)
        trace('asked', task.cancelling())
        await asyncio.sleep(0.5)
    trace('result', await task, task.cancel(), task.cancelling())
