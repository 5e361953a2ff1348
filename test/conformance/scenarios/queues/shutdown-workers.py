# Workers that end when their queue is shut down and empty.
import asyncio


async def main(trace):
    queue = asyncio.Queue(3)

    async def worker(name):
        done = []
        try:
            while True:
                item = await queue.get()
                await asyncio.sleep(1)
                done.append(item)
                queue.task_done()
        except asyncio.QueueShutDown as error:
            trace(name, error, done)

    async with asyncio.TaskGroup() as group:
        for name in 'ab':
            group.create_task(worker(name))
        for item in range(7):
            await queue.put(item)
        queue.shutdown()
        trace('shut down', str(queue))
        await queue.join()
        trace('joined', str(queue))
