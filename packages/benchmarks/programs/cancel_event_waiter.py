import asyncio

from bench import bench_cancellation


async def wait(event):
    await event.wait()


bench_cancellation(asyncio.Event, wait)
