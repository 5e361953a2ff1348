import asyncio

from bench import bench_memory

tasks = []


async def nap():
    await asyncio.sleep(3600)


async def work(count):
    for _ in range(count):
        tasks.append(asyncio.create_task(nap()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return sum(not task.done() for task in tasks)


bench_memory(work)
