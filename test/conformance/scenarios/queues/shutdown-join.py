# An immediate shutdown counts what it throws away as done; what a worker has taken still has to be done.
import asyncio


async def main(trace):
    queue = asyncio.Queue()

    async def join(name):
        await queue.join()
        trace(name, 'joined')

    for item in range(4):
        queue.put_nowait(item)
    taken = [queue.get_nowait(), queue.get_nowait()]
    task = asyncio.create_task(join('early'))
    await asyncio.sleep(1)
    queue.shutdown(immediate=True)
    trace('shut down', str(queue), taken)
    await asyncio.sleep(1)
    trace('still not', task.done())
    queue.task_done()
    queue.task_done()
    await task
    await join('late')
    try:
        queue.task_done()
    except ValueError as error:
        trace('too often', error)
