import asyncio

from bench import bench

BATCH = 1000


async def nap():
    await asyncio.sleep(3600)


async def work(count):
    done = 0
    for _ in range(0, count, BATCH):
        tasks = [asyncio.create_task(nap()) for _ in range(BATCH)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        done += sum(isinstance(result, asyncio.CancelledError) for result in results)
    return done


bench(work)
