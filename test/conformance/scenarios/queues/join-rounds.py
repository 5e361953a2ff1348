# `join` can be awaited in rounds; an item that comes before the joiner has run doesn't hold it up.
import asyncio


async def main(trace):
    queue = asyncio.Queue()

    async def join(name):
        await queue.join()
        trace(name, 'joined', str(queue))

    for number in range(2):
        queue.put_nowait(number)
        task = asyncio.create_task(join(f'round {number}'))
        await asyncio.sleep(1)
        trace('got', queue.get_nowait(), task.done())
        queue.task_done()
        await task

    queue.put_nowait('first')
    tasks = [asyncio.create_task(join(name)) for name in ('a', 'b', 'cancelled')]
    await asyncio.sleep(1)
    tasks[2].cancel()
    queue.get_nowait()
    queue.task_done()
    queue.put_nowait('in the same turn')
    trace('ended', await asyncio.gather(*tasks, return_exceptions=True))
    trace('left', str(queue))
