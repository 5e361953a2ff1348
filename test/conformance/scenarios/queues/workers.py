# Workers share the items of a queue; who is free takes the next one.
import asyncio


async def main(trace):
    queue = asyncio.Queue()
    seen = []

    async def worker(name):
        while True:
            seconds = await queue.get()
            await asyncio.sleep(seconds)
            seen.append(f'{name} {seconds}')
            trace(name, 'slept', seconds)
            queue.task_done()

    for seconds in (5, 1, 1, 2, 3, 1):
        queue.put_nowait(seconds)
    workers = [asyncio.create_task(worker(name)) for name in 'abc']
    await queue.join()
    for one in workers:
        one.cancel()
    trace('ended', await asyncio.gather(*workers, return_exceptions=True), seen)
