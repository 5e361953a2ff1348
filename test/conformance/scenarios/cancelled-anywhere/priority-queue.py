# Cancelled at every turn: a task that takes the least items out of a queue of priorities, among others that do.
import asyncio


def setup(trace):
    queue = asyncio.PriorityQueue(3)

    async def take(name, count):
        for _ in range(count):
            priority, item = await queue.get()
            trace(name, priority, item)
            queue.task_done()

    async def victim():
        await queue.put([5, 'v'])
        await take('victim', 3)
        await queue.join()
        trace('victim', 'joined')

    async def others():
        other = asyncio.create_task(take('other', 2))
        await asyncio.sleep(1)
        for priority in [3, 1, 2]:
            await queue.put([priority, 'o'])
        await asyncio.sleep(0)
        await queue.put([0, 'late'])
        await asyncio.sleep(1)
        if not other.done():
            await queue.put([9, 'last'])
        await other

    async def afterwards():
        trace('afterwards', str(queue))
        while not queue.empty():
            trace('left', queue.get_nowait())
            queue.task_done()
        await queue.put([1, 'x'])
        await take('afterwards', 1)
        await queue.join()

    return victim, others, afterwards
