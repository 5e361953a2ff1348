import asyncio

from bench import bench_cancellation


async def wait(queue):
    await queue.get()


bench_cancellation(asyncio.Queue, wait)
