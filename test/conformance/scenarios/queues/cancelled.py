# Cancelled in the iteration in which it is woken, a task loses no item and no room.
import asyncio


async def main(trace):
    async def take(queue, name):
        try:
            trace(name, await queue.get())
        except asyncio.CancelledError as error:
            trace(name, error)
            raise

    async def give(queue, name):
        try:
            trace(name, await queue.put(name))
        except asyncio.CancelledError as error:
            trace(name, error)
            raise

    queue = asyncio.Queue()
    tasks = [asyncio.create_task(take(queue, name)) for name in 'abc']
    await asyncio.sleep(0)
    queue.put_nowait(1)
    tasks[0].cancel('woken')
    tasks[1].cancel('asleep')
    trace('gets', str(queue))
    trace('ended', await asyncio.gather(*tasks, return_exceptions=True), str(queue))
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = [asyncio.create_task(give(queue, name)) for name in 'abc']
    await asyncio.sleep(0)
    trace('got', queue.get_nowait())
    tasks[0].cancel('woken')
    tasks[1].cancel('asleep')
    trace('ended', await asyncio.gather(*tasks, return_exceptions=True), str(queue))
    tasks = [asyncio.create_task(give(queue, name)) for name in 'de']
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.sleep(0)
    trace('got', queue.get_nowait(), str(queue))
