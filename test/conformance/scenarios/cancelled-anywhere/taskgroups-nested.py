# Cancelled at every turn: a task in groups within each other, of which one fails while the other cleans up.
import asyncio


def setup(trace):
    ended = []

    async def work(name, seconds, fails=False, cleanup=0):
        try:
            await asyncio.sleep(seconds)
            if fails:
                raise ValueError(name)
            return name
        except asyncio.CancelledError:
            await asyncio.sleep(cleanup)
            raise
        finally:
            ended.append(name)

    async def victim():
        try:
            async with asyncio.TaskGroup() as outer:
                outer.create_task(work('slow to stop', 5, cleanup=1))
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(work('inner', 1))
                    inner.create_task(work('inner fails', 2, fails=True))
                    await asyncio.sleep(1)
                trace('not reached')
        except* ValueError as group:
            trace('caught', group, asyncio.current_task().cancelling())
        async with asyncio.TaskGroup() as group:
            group.create_task(work('last', 0))
            await asyncio.sleep(0)
        trace('ended', asyncio.current_task().cancelling())

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        trace('afterwards', ended)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(work('afterwards', 0))
        trace('afterwards', task.result())

    return victim, others, afterwards
