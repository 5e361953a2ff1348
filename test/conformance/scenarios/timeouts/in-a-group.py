# A task of a group whose time is over fails the group like any other failure.
import asyncio


async def main(trace):
    async def limited(name, limit, seconds):
        async with asyncio.timeout(limit):
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError as error:
                trace(name, error, asyncio.current_task().cancelling())
                raise
        trace(name, 'in time')
        return name

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(limited(name, limit, seconds))
                     for name, limit, seconds in (('a', 3, 1), ('b', 2, 9), ('c', 9, 8), ('d', 2, 7))]
    except* TimeoutError as error:
        trace('failed', error)
    trace('tasks', [task.cancelled() or task.exception() or task.result() for task in tasks])
