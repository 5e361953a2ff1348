# Cancelled at every turn: a gathering of tasks, of which one is stubborn and one fails.
import asyncio


def setup(trace):
    tasks = []

    async def work(name, seconds):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError as error:
            trace(name, error)
            if name == 'stubborn':
                await asyncio.sleep(1)
                return 'stayed'
            raise
        if name == 'fails':
            raise ValueError(name)
        return name

    async def victim():
        tasks.append(asyncio.create_task(work('stubborn', 1)))
        trace('first', await asyncio.gather(tasks[0], work('a', 2), work('b', 0)))
        tasks.append(asyncio.create_task(work('c', 3)))
        try:
            await asyncio.gather(work('fails', 1), tasks[1])
        except ValueError as error:
            trace('failed', error)
        trace('third', await asyncio.gather(work('fails', 1), tasks[1], return_exceptions=True))

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        for task in tasks:
            trace('afterwards', task.done(), task.cancelled())
        trace('again', await asyncio.gather(*[task for task in tasks if not task.cancelled()]))

    return victim, others, afterwards
