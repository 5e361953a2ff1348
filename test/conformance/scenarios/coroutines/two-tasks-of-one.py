# A coroutine that is given to two tasks is driven by both: the first that finds it done has its result, the other fails.
import asyncio


async def main(trace):
    async def work():
        trace('begins in', asyncio.current_task().get_name())
        await asyncio.sleep(0.5)
        return 'done'

    coroutine = work()
    tasks = [asyncio.create_task(coroutine, name=name) for name in ('a', 'b')]
    await asyncio.wait(tasks)
    for task in tasks:
        trace(task.get_name(), task.exception() or task.result())
    late = asyncio.create_task(coroutine, name='c')
    try:
        await late
    except RuntimeError as error:
        trace('c', error)
