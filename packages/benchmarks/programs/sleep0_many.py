import asyncio

from bench import bench

TASKS = 1000


async def worker(count):
    done = 0
    while done < count:
        await asyncio.sleep(0)
        done += 1
    return done


async def work(count):
    return sum(await asyncio.gather(*[worker(count // TASKS) for _ in range(TASKS)]))


bench(work)
