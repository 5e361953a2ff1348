# Cancelled at every turn: a task that waits for two conditions, which share a lock.
import asyncio


def setup(trace):
    lock = asyncio.Lock()
    full = asyncio.Condition(lock)
    empty = asyncio.Condition(lock)
    items = []

    async def put(name):
        async with full:
            await full.wait_for(lambda: len(items) < 1)
            items.append(name)
            trace('put', name)
            empty.notify()

    async def take(name):
        async with empty:
            await empty.wait_for(lambda: items)
            trace(name, 'takes', items.pop())
            full.notify()

    async def victim():
        for number in range(2):
            await put(f'victim {number}')
        await take('victim')

    async def others():
        putter = asyncio.create_task(put('other'))
        await asyncio.sleep(1)
        await take('first')
        async with lock:
            await asyncio.sleep(1)
            full.notify_all()
            empty.notify_all()
        await asyncio.sleep(1)
        while not putter.done():
            await take('helper')
            await asyncio.sleep(0)

    async def afterwards():
        trace('afterwards', items, lock.locked(), repr(full).partition('[')[2], repr(empty).partition('[')[2])
        items.clear()
        async with lock:
            full.notify_all()
        await asyncio.sleep(0)
        await put('afterwards')
        await take('afterwards')

    return victim, others, afterwards
