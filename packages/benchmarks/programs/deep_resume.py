import asyncio

from bench import bench

DEPTH = 50


async def level(depth, count):
    if depth > 1:
        await level(depth - 1, count)
    else:
        for _ in range(count):
            await asyncio.sleep(0)


async def work(count):
    await level(DEPTH, count)


bench(work)
