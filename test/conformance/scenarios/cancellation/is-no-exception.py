# except Exception doesn't catch a cancellation, except BaseException does.
import asyncio


async def main(trace):
    async def careless():
        try:
            await asyncio.sleep(5)
        except Exception:
            trace('never')
        trace('never')

    async def greedy():
        try:
            await asyncio.sleep(5)
        except BaseException as error:
            trace('greedy catches', error)
        return 'goes on'

    tasks = [asyncio.create_task(careless()), asyncio.create_task(greedy())]
    await asyncio.sleep(0.5)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    trace('careless', tasks[0].cancelled())
    trace('greedy', tasks[1].cancelled(), tasks[1].result())
    error = asyncio.CancelledError('a', 1)
    trace('kinds', isinstance(error, Exception), isinstance(error, BaseException), list(error.args))
