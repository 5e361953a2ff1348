# Cancelled at every turn: a task that takes items out of a queue, among others that do.
import asyncio


def setup(trace):
    queue = asyncio.Queue()

    async def take(name, count):
        for _ in range(count):
            trace(name, await queue.get())
            queue.task_done()

    async def victim():
        await take('victim', 3)

    async def others():
        task = asyncio.create_task(take('other', 2))
        await asyncio.sleep(1)
        for i in range(3):
            queue.put_nowait(i)
        await asyncio.sleep(0)
        queue.put_nowait(3)
        await asyncio.sleep(1)
        queue.put_nowait(4)
        await task

    async def afterwards():
        trace('afterwards', str(queue))
        while not queue.empty():
            trace('left', queue.get_nowait())
        queue.put_nowait('x')
        trace('taken', await queue.get())

    return victim, others, afterwards
