# Of the items that wait in a full priority queue the least goes first; who waits outside has no priority yet.
import asyncio


async def main(trace):
    queue = asyncio.PriorityQueue(2)

    async def give(*item):
        await queue.put(list(item))
        trace('in', list(item))

    tasks = [asyncio.create_task(give(*item)) for item in ((5, 'five'), (4, 'four'), (3, 'three'), (1, 'one'))]
    await asyncio.sleep(0)
    trace('full', str(queue))
    for _ in tasks:
        trace('out', await queue.get())
        await asyncio.sleep(0)
    waiting = [asyncio.create_task(queue.get(), name=name) for name in 'ab']
    await asyncio.sleep(0)
    await queue.put([9, 'for the first'])
    await queue.put([1, 'but the least is taken first'])
    trace('taken', await asyncio.gather(*waiting))
