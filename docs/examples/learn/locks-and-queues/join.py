"""join() waits until each item that was put has been worked off."""

import asyncio


async def worker(name, queue):
    while True:
        job = await queue.get()
        await asyncio.sleep(job)
        print(f'{name} has done a job of {job} s')
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(name, queue)) for name in ('Ada', 'Grace')]
    for job in (3, 1, 1, 2):
        queue.put_nowait(job)
    await queue.join()
    print('all jobs are done')
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
