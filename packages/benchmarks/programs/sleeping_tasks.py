import asyncio

from bench import bench


async def nap(seconds):
    await asyncio.sleep(seconds)


async def work(count):
    return len(await asyncio.gather(*[nap(2 + i * 1e-6) for i in range(count)]))


bench(work)
