# A time limit around a task group cancels its tasks, and the group waits for them first.
import asyncio


async def main(trace):
    async def work(name, seconds, clean_up=0):
        try:
            await asyncio.sleep(seconds)
            trace(name, 'ends')
        except asyncio.CancelledError as error:
            trace(name, error)
            await asyncio.sleep(clean_up)
            raise
        finally:
            trace(name, 'is over')

    try:
        async with asyncio.timeout(2) as scope, asyncio.TaskGroup() as group:
            group.create_task(work('quick', 1))
            group.create_task(work('slow', 5))
            group.create_task(work('slower', 5, 2))
    except TimeoutError as error:
        trace('time is over', error, scope, asyncio.current_task().cancelling())

    async def fails(seconds):
        await asyncio.sleep(seconds)
        raise ValueError(seconds)

    for seconds in (1, 2):
        try:
            async with asyncio.timeout(2) as scope:
                async with asyncio.TaskGroup() as group:
                    group.create_task(fails(seconds))
                    await asyncio.sleep(5)
        except* ValueError as error:
            trace('failed before', error.exceptions[0], scope)
        except* TimeoutError as error:
            trace('or was too late', error.exceptions[0], scope)
