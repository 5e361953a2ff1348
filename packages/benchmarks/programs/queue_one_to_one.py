import asyncio

from bench import bench


async def produce(queue, count):
    for item in range(count):
        await queue.put(item)


async def consume(queue, count):
    done = 0
    for item in range(count):
        if await queue.get() == item:
            done += 1
    return done


async def work(count):
    queue = asyncio.Queue(100)
    producer = asyncio.create_task(produce(queue, count))
    done = await consume(queue, count)
    await producer
    return done


bench(work)
