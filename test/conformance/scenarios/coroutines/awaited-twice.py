# A coroutine can be awaited once.
import asyncio


async def main(trace):
    async def work():
        await asyncio.sleep(0.25)
        return 'worked'

    coroutine = work()
    trace('first', await coroutine)
    for _ in range(2):
        try:
            await coroutine
        except RuntimeError as error:
            trace('again', error)
    task = asyncio.create_task(coroutine)
    try:
        await task
    except RuntimeError as error:
        trace('as a task', error)
