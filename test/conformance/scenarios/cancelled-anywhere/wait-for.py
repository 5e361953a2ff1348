# Cancelled at every turn: waits with a time limit, for a coroutine, a task and nothing.
import asyncio


def setup(trace):
    tasks = []

    async def work(name, seconds):
        try:
            await asyncio.sleep(0)
            await asyncio.sleep(seconds)
            return name
        finally:
            trace(name, 'ends')

    async def victim():
        trace('first', await asyncio.wait_for(work('quick', 1), 2))
        tasks.append(asyncio.create_task(work('task', 1)))
        trace('second', await asyncio.wait_for(tasks[0], None))
        try:
            await asyncio.wait_for(work('slow', 3), 1)
        except TimeoutError as error:
            trace('third', error)
        tasks.append(asyncio.create_task(work('never', 1)))
        try:
            await asyncio.wait_for(tasks[1], 0)
        except TimeoutError as error:
            trace('fourth', error)

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        for task in tasks:
            trace('afterwards', task.done(), task.cancelled())

    return victim, others, afterwards
