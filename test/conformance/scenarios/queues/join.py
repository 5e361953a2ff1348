# `join` waits until every item was said to be done.
import asyncio


async def main(trace):
    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    queue = asyncio.Queue()
    await queue.join()
    refuse('nothing to do', queue.task_done)

    async def join(name):
        trace(name, await queue.join())

    async def work():
        while True:
            item = await queue.get()
            await asyncio.sleep(1)
            trace('done', item)
            queue.task_done()

    for item in range(3):
        queue.put_nowait(item)
    tasks = [asyncio.create_task(join(name)) for name in 'ab']
    worker = asyncio.create_task(work())
    await asyncio.sleep(1.5)
    queue.put_nowait('late')
    trace('working', str(queue))
    await asyncio.gather(*tasks)
    refuse('too often', queue.task_done)
    worker.cancel()
    trace('ended', str(queue))
