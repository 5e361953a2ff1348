# Cancelled at every turn: a task that makes tasks which start at once, by the factory and by the keyword.
import asyncio


def setup(trace):
    lock = asyncio.Lock()
    tasks = []

    async def work(name, turns):
        trace(name, 'begins')
        async with lock:
            for _ in range(turns):
                await asyncio.sleep(0)
        trace(name, 'ends')
        return name

    async def victim():
        loop = asyncio.get_running_loop()
        tasks.append(asyncio.create_task(work('by keyword', 1), eager_start=True))
        loop.set_task_factory(asyncio.eager_task_factory)
        try:
            async with asyncio.TaskGroup() as group:
                tasks.append(group.create_task(work('done at once', 0)))
                tasks.append(group.create_task(work('waits', 1)))
            trace('gathered', await asyncio.gather(work('a', 0), work('b', 1)))
            trace('limited', await asyncio.wait_for(work('c', 1), timeout=1))
            await asyncio.sleep(1)
        finally:
            loop.set_task_factory(None)

    async def others():
        await work('other', 2)
        await asyncio.sleep(1)

    async def afterwards():
        trace('afterwards', lock.locked(), [task.done() for task in tasks])
        await asyncio.gather(*tasks, return_exceptions=True)
        await work('afterwards', 0)

    return victim, others, afterwards
