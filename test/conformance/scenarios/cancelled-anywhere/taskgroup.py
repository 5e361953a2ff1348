# Cancelled at every turn: the task that holds a group, with children that end, fail and take their time.
import asyncio


def setup(trace):
    async def work(name, seconds):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError as error:
            trace(name, error)
            await asyncio.sleep(0)
            raise
        if name == 'fails':
            raise ValueError(name)
        trace(name, 'ends')

    async def victim():
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 1))
            group.create_task(work('b', 0))
            await asyncio.sleep(0)
        trace('left', group)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(work('fails', 1))
                group.create_task(work('c', 2))
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(work('d', 3))
        except* ValueError as error:
            trace('failed', error, asyncio.current_task().cancelling())
        await asyncio.sleep(1)

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        async with asyncio.TaskGroup() as group:
            task = group.create_task(work('afterwards', 1))
        trace('done', task.done())

    return victim, others, afterwards
