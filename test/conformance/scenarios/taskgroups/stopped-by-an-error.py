# The usual way to stop a group from inside: a task that raises an error of one's own.
import asyncio


async def main(trace):
    class Stop(Exception):
        pass

    async def stop(seconds):
        await asyncio.sleep(seconds)
        raise Stop

    async def work(name):
        count = 0
        try:
            while True:
                await asyncio.sleep(1)
                count += 1
        finally:
            trace(name, 'did', count)

    for spoiled in (False, True):
        try:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(work('a'))
                    group.create_task(work('b'))
                    group.create_task(stop(2.5))
                    if spoiled:
                        await asyncio.sleep(2.5)
                        raise KeyError('as well')
            except* Stop as error:
                trace('stopped', error)
        except ExceptionGroup as error:
            trace('but', error)
    trace('goes on', asyncio.current_task().cancelling())
