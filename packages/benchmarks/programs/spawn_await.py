import asyncio

from bench import bench


async def child(x):
    return x


async def work(count):
    for i in range(count):
        await asyncio.create_task(child(i))


bench(work)
