# A queue keeps its items in order; who waits comes first.
import asyncio


async def main(trace):
    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    queue = asyncio.Queue(maxsize=2)

    async def take(name):
        trace(name, await queue.get(), queue)

    async def give(name):
        trace(name, await queue.put(name), queue)

    trace = (lambda trace: lambda *args: trace(*[str(arg) if arg is queue else arg for arg in args]))(trace)
    trace('new', queue, queue.maxsize, queue.qsize(), queue.empty(), queue.full())
    refuse('empty', queue.get_nowait)
    tasks = [asyncio.create_task(take(name)) for name in 'ab']
    await asyncio.sleep(0)
    trace('getters', queue)
    await queue.put(1)
    queue.put_nowait(2)
    queue.put_nowait(3)
    trace('given', queue, queue.full())
    refuse('full', lambda: queue.put_nowait(4))
    for task in tasks:
        await task
    tasks = [asyncio.create_task(give(name)) for name in 'cdef']
    await asyncio.sleep(0)
    trace('putters', queue, queue.qsize())
    while not queue.empty():
        trace('got', queue.get_nowait(), queue)
        await asyncio.sleep(0)
    for task in tasks:
        await task
    trace('rest', queue)
    refuse('no item', lambda: queue.put_nowait())
    refuse('no item', lambda: queue.put())
    refuse('too much', lambda: queue.put(1, 2))
    refuse('get', lambda: queue.get(1))
    trace('keyword', asyncio.Queue(3).maxsize, asyncio.Queue(-1).full(), str(asyncio.Queue(-1)))
    queue.put_nowait(item={'a': 1}) if not queue.full() else queue.get_nowait()
    trace('name', repr(queue).split(' at ')[0], queue)
