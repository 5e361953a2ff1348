import asyncio

from bench import bench_cancellation


async def wait(lock):
    await lock.acquire()
    await lock.acquire()


bench_cancellation(asyncio.Lock, wait)
