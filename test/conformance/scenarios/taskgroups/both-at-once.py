# A failure of a task and a cancellation of the parent in one turn, in either order.
import asyncio


async def main(trace):
    async def fails(future):
        await future
        raise ValueError('of the task')

    async def parent(future, in_body):
        task = asyncio.current_task()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fails(future))
                if in_body:
                    await asyncio.sleep(9)
        except BaseException as error:
            trace('leaves', error, task.cancelling(), group)
            raise

    loop = asyncio.get_running_loop()
    for in_body in (True, False):
        for first in ('failure', 'cancellation', 'failure a turn before', 'failure two turns before'):
            future = loop.create_future()
            task = asyncio.create_task(parent(future, in_body))
            await asyncio.sleep(1)
            if first == 'cancellation':
                task.cancel('outside')
                future.set_result(None)
            else:
                future.set_result(None)
                for _ in range({'failure': 0, 'failure a turn before': 1, 'failure two turns before': 2}[first]):
                    await asyncio.sleep(0)
                trace(first, task.cancel('outside'))
            try:
                await task
            except BaseException as error:
                trace('ended', first, error, task.cancelling())
