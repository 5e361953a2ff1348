import asyncio

from bench import bench

PAIRS = 10


async def produce(queue, count):
    for _ in range(count):
        await queue.put(1)


async def consume(queue, count):
    done = 0
    for _ in range(count):
        done += await queue.get()
    return done


async def work(count):
    queue = asyncio.Queue(10)
    producers = [asyncio.create_task(produce(queue, count // PAIRS)) for _ in range(PAIRS)]
    done = await asyncio.gather(*[consume(queue, count // PAIRS) for _ in range(PAIRS)])
    await asyncio.gather(*producers)
    return sum(done)


bench(work)
