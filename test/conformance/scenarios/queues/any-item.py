# Any value can be an item: nothing, false, a dict, an exception, another queue.
import asyncio


async def main(trace):
    queue = asyncio.Queue()
    inner = asyncio.LifoQueue()
    inner.put_nowait('inner')
    for item in (None, False, 0, '', [], {'item': 1}, {'immediate': True}, ValueError('kept'), inner):
        await queue.put(item)
        if item is not inner:
            queue.put_nowait(item)
    trace('all', queue.qsize(), str(queue).replace(repr(inner), 'inner'))
    while not queue.empty():
        item = await queue.get()
        trace('item', str(item) if item is inner else item)
