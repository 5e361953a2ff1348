import asyncio

from bench import bench

DEPTH = 50


async def level(depth, count):
    if depth > 1:
        return await level(depth - 1, count)
    done = 0
    while done < count:
        await asyncio.sleep(0)
        done += 1
    return done


async def work(count):
    return await level(DEPTH, count)


bench(work)
