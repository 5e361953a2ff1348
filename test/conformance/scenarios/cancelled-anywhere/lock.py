# Cancelled at every turn: a task that takes a lock, among others that want it.
import asyncio


def setup(trace):
    lock = asyncio.Lock()

    async def use(name, seconds):
        trace(name, 'wants', lock.locked())
        async with lock:
            trace(name, 'has')
            await asyncio.sleep(seconds)
        trace(name, 'gave')

    async def victim():
        await use('victim', 1)
        await lock.acquire()
        trace('again')
        lock.release()
        await use('victim', 0)

    async def others():
        async with lock:
            first = asyncio.create_task(use('a', 1))
            second = asyncio.create_task(use('b', 0))
            await asyncio.sleep(1)
        await first
        await second

    async def afterwards():
        trace('afterwards', lock.locked(), repr(lock).partition('[')[2])
        await use('afterwards', 0)

    return victim, others, afterwards
