# Cancelled at every turn: a task that puts into a full stack and takes out of an empty one, among others that do.
import asyncio


def setup(trace):
    queue = asyncio.LifoQueue(2)

    async def produce(name, count):
        for number in range(count):
            await queue.put(f'{name}{number}')
            trace(name, 'put', number, queue.qsize())

    async def consume(name, count):
        for _ in range(count):
            trace(name, await queue.get())
            queue.task_done()

    async def victim():
        await produce('v', 3)
        await consume('v', 2)

    async def others():
        putter = asyncio.create_task(produce('p', 2))
        await asyncio.sleep(1)
        getter = asyncio.create_task(consume('g', 2))
        await asyncio.sleep(1)
        await consume('last', 1)
        while not putter.done() or not getter.done():
            await asyncio.sleep(1)
            if not putter.done():
                queue.get_nowait()
            elif not getter.done():
                queue.put_nowait('more')

    async def afterwards():
        trace('afterwards', str(queue))
        while not queue.empty():
            queue.get_nowait()
        await produce('x', 2)
        await consume('x', 2)

    return victim, others, afterwards
