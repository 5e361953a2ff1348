# Cancelled at every turn: a task that waits until all items are done, and for queues of another order.
import asyncio


def setup(trace):
    queue = asyncio.PriorityQueue()
    stack = asyncio.LifoQueue(1)

    async def victim():
        await queue.put(2)
        await queue.put(1)
        await queue.join()
        trace('joined')
        await stack.put('a')
        await stack.put('b')
        trace('put')
        trace('got', await stack.get())
        await stack.join()

    async def others():
        trace('other', await queue.get())
        queue.task_done()
        await asyncio.sleep(1)
        trace('other', await queue.get())
        queue.task_done()
        await asyncio.sleep(1)
        trace('stack', await stack.get())
        stack.task_done()

    async def afterwards():
        trace('afterwards', str(queue), str(stack))
        queue.shutdown(immediate=True)
        await queue.join()
        stack.shutdown(immediate=True)
        trace('joined', str(queue), str(stack))

    return victim, others, afterwards
