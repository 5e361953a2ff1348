import asyncio

from bench import bench

BATCH = 1000


async def child(x):
    return x


async def work(count):
    for _ in range(0, count, BATCH):
        await asyncio.gather(*[child(i) for i in range(BATCH)])


bench(work)
