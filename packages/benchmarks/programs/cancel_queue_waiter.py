import asyncio

from bench import bench_cancellation


queue = asyncio.Queue()


async def wait():
    await queue.get()


bench_cancellation(wait)
