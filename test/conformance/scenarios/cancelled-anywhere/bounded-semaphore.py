# Cancelled at every turn: a task that takes and gives back a bounded semaphore, among others that do.
import asyncio


def setup(trace):
    semaphore = asyncio.BoundedSemaphore(2)

    async def work(name, seconds):
        async with semaphore:
            trace(name, 'in')
            await asyncio.sleep(seconds)
        trace(name, 'out')

    async def victim():
        await work('victim', 1)
        await semaphore.acquire()
        try:
            trace('victim', 'holds')
            await asyncio.sleep(0)
        finally:
            semaphore.release()
        await work('victim', 0)

    async def others():
        await asyncio.gather(work('a', 1), work('b', 0), work('c', 1))

    async def afterwards():
        trace('afterwards', semaphore.locked(), repr(semaphore).partition('[')[2])
        try:
            semaphore.release()
        except ValueError as error:
            trace('afterwards', error)
        await asyncio.gather(work('d', 1), work('e', 1))

    return victim, others, afterwards
