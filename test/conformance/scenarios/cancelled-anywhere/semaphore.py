# Cancelled at every turn: a task that takes permits, among others that want them.
import asyncio


def setup(trace):
    semaphore = asyncio.BoundedSemaphore(2)

    async def use(name, seconds):
        async with semaphore:
            trace(name, 'has')
            await asyncio.sleep(seconds)
        trace(name, 'gave')

    async def victim():
        await use('victim', 1)
        await semaphore.acquire()
        try:
            await asyncio.sleep(0)
        finally:
            semaphore.release()
        await use('victim', 0)

    async def others():
        tasks = [asyncio.create_task(use(name, 1)) for name in ('a', 'b', 'c', 'd')]
        for task in tasks:
            await task

    async def afterwards():
        trace('afterwards', semaphore.locked(), repr(semaphore).partition('[')[2])
        async with semaphore:
            await use('afterwards', 0)
        try:
            semaphore.release()
        except ValueError as error:
            trace('released', error)

    return victim, others, afterwards
