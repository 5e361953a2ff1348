import asyncio

from bench import bench

TASKS = 1000


async def worker(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def work(count):
    await asyncio.gather(*[worker(count // TASKS) for _ in range(TASKS)])


bench(work)
