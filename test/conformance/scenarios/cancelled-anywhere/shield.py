# Cancelled at every turn: waits that keep the cancellation from what they wait for.
import asyncio


def setup(trace):
    tasks = []

    async def work(name, seconds):
        try:
            await asyncio.sleep(seconds)
            return name
        except asyncio.CancelledError:
            trace(name, 'cancelled')
            raise

    async def victim():
        tasks.append(asyncio.create_task(work('a', 1)))
        trace('first', await asyncio.shield(tasks[0]))
        trace('done', await asyncio.shield(tasks[0]))
        tasks.append(asyncio.create_task(work('b', 2)))
        try:
            await asyncio.shield(tasks[1])
        except asyncio.CancelledError as error:
            trace('caught', error)
            trace('anyway', await tasks[1])
        trace('own', await asyncio.shield(work('c', 0)))

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        for task in tasks:
            trace('afterwards', task.done(), await task)

    return victim, others, afterwards
