import asyncio

from bench import bench_cancellation


lock = asyncio.Lock()


async def wait():
    await lock.acquire()
    await lock.acquire()


bench_cancellation(wait)
