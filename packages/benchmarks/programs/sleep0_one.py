import asyncio

from bench import bench


async def work(count):
    for _ in range(count):
        await asyncio.sleep(0)


bench(work)
