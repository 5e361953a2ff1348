# A group whose task is cancelled cancels its tasks, waits for them, and goes on being cancelled.
import asyncio


async def main(trace):
    async def work(name, seconds, fails=False):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError as error:
            trace(name, error)
            raise
        trace(name, 'ends')
        if fails:
            raise ValueError(name)
        return name

    async def slow(name):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(2)
            trace(name, 'ends at last')

    async def failing(name):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            raise ValueError(name)

    async def parent(where, fails):
        task = asyncio.current_task()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(slow('slow'))
                group.create_task(failing('fails') if fails else work('a', 3))
                if where == 'body':
                    await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('cancelled', error, task.cancelling(), group)
            raise
        except ExceptionGroup as error:
            trace('failed', error, task.cancelling(), group)
            await asyncio.sleep(1)
            trace('never')

    for where in ('body', 'end'):
        for fails in (False, True):
            for times in (1, 2):
                trace(where, fails, times)
                task = asyncio.create_task(parent(where, fails))
                for i in range(times):
                    await asyncio.sleep(1)
                    task.cancel(f'request {i}')
                try:
                    trace('ended', await task)
                except asyncio.CancelledError as error:
                    trace('ended', error, task.cancelling())
