import asyncio

from bench import bench

BATCH = 1000


async def child(x):
    return x


async def work(count):
    done = 0
    while done < count:
        results = await asyncio.gather(*[child(i) for i in range(BATCH)])
        done += len(results)
    return done


bench(work)
