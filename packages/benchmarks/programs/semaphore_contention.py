import asyncio

from bench import bench

TASKS = 100
LIMIT = 10


async def work(count):
    semaphore = asyncio.Semaphore(LIMIT)
    inside = 0
    done = 0

    async def worker():
        nonlocal inside, done
        for _ in range(count // TASKS):
            async with semaphore:
                inside += 1
                await asyncio.sleep(0)
                if inside <= LIMIT:
                    done += 1
                inside -= 1

    await asyncio.gather(*[worker() for _ in range(TASKS)])
    return done


bench(work)
