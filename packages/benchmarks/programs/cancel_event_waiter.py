import asyncio

from bench import bench_cancellation


event = asyncio.Event()


async def wait():
    await event.wait()


bench_cancellation(wait)
