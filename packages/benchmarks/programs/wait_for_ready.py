import asyncio

from bench import bench


async def child(x):
    return x


async def work(count):
    done = 0
    for i in range(count):
        if await asyncio.wait_for(child(i), 3600) == i:
            done += 1
    return done


bench(work)
