import asyncio

from bench import bench


async def child(x):
    return x


async def work(count):
    done = 0
    for i in range(count):
        async with asyncio.timeout(3600):
            if await child(i) == i:
                done += 1
    return done


bench(work)
