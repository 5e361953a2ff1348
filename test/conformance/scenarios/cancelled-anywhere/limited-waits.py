# Cancelled at every turn: a task that waits for a lock, a queue and an event, each for a limited time.
import asyncio


def setup(trace):
    lock = asyncio.Lock()
    queue = asyncio.Queue()
    event = asyncio.Event()

    async def limited(name, awaitable):
        try:
            trace(name, await asyncio.wait_for(awaitable, timeout=1))
            return True
        except TimeoutError as error:
            trace(name, error, asyncio.current_task().cancelling())
            return False

    async def victim():
        if await limited('lock', lock.acquire()):
            lock.release()
        if await limited('lock again', lock.acquire()):
            lock.release()
        await limited('queue', queue.get())
        await limited('queue again', queue.get())
        await limited('event', event.wait())

    async def others():
        async with lock:
            await asyncio.sleep(1)
        await asyncio.sleep(1)
        queue.put_nowait('item')
        await asyncio.sleep(1)
        event.set()

    async def afterwards():
        trace('afterwards', lock.locked(), str(queue), event.is_set())
        queue.put_nowait('x')
        await limited('lock', lock.acquire())
        await limited('queue', queue.get())

    return victim, others, afterwards
