# A group that fails waits for tasks that take their time to stop, swallow the request, or fail then.
import asyncio


async def main(trace):
    async def work(name, answer):
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            trace(name, 'is asked to stop')
            await asyncio.sleep(1)
            if answer == 'raise':
                raise
            if answer == 'fail':
                raise KeyError(name)
            if answer == 'go on':
                await asyncio.sleep(2)
                trace(name, 'went on')
            return answer

    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            for answer in ('raise', 'fail', 'go on', 'return'):
                tasks.append(group.create_task(work(answer, answer)))
            await asyncio.sleep(1)
            raise ValueError('the body')
    except ExceptionGroup as error:
        trace('failed', error)
    trace('tasks', [task.cancelled() or task.exception() or task.result() for task in tasks],
          [task.cancelling() for task in tasks])
