# After a shutdown each kind of queue gives what is left in its own order; who waits to put fails.
import asyncio


async def main(trace):
    async def put(queue, item):
        try:
            await queue.put(item)
        except asyncio.QueueShutDown as error:
            trace('put', item, error)

    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(3)
        tasks = [asyncio.create_task(put(queue, item)) for item in (2, 3, 1, 0, 9)]
        await asyncio.sleep(0)
        queue.shutdown()
        trace('shut down', str(queue), queue.full())
        left = []
        while True:
            try:
                left.append(await queue.get())
            except asyncio.QueueShutDown:
                break
        trace('left', left, [task.done() for task in tasks])
