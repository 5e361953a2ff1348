# Cancelling what is done says False and changes nothing.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def good():
        return 'good'

    async def bad():
        raise ValueError('bad')

    tasks = [asyncio.create_task(good()), asyncio.create_task(bad())]
    await asyncio.sleep(0)
    trace('cancel', [task.cancel('late') for task in tasks], [task.cancelling() for task in tasks])
    trace('state', tasks[0].result(), tasks[1].exception())
    future = loop.create_future()
    future.set_result(1)
    trace('future', future.cancel(), future.result())
