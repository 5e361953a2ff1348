import asyncio

from bench import bench


async def work(count):
    done = 0
    for _ in range(count):
        process = await asyncio.create_subprocess_exec('true')
        if await process.wait() == 0:
            done += 1
    return done


bench(work)
