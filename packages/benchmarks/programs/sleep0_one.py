import asyncio

from bench import bench


async def work(count):
    done = 0
    while done < count:
        await asyncio.sleep(0)
        done += 1
    return done


bench(work)
