# Cancelled at every turn: a task that puts items into a full queue, among others that do.
import asyncio


def setup(trace):
    queue = asyncio.Queue(1)

    async def give(name, count):
        for i in range(count):
            await queue.put(f'{name} {i}')
            trace(name, i)

    async def victim():
        await give('victim', 3)

    async def others():
        task = asyncio.create_task(give('other', 2))
        await asyncio.sleep(1)
        trace('got', await queue.get())
        trace('got', await queue.get())
        await asyncio.sleep(1)
        trace('got', queue.get_nowait())
        await asyncio.sleep(1)
        await task

    async def afterwards():
        trace('afterwards', str(queue))
        while not queue.empty():
            trace('left', queue.get_nowait())
            await asyncio.sleep(0)
        await queue.put('x')
        trace('full', queue.full())

    return victim, others, afterwards
