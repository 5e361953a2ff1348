# Tasks begun before the first await overlap; coroutines awaited one after the other do not.
import asyncio


async def main(trace):
    async def work(name, delay):
        await asyncio.sleep(delay)
        trace('done', name)

    await work('a', 0.5)
    await work('b', 0.5)
    first = asyncio.create_task(work('c', 0.5))
    second = asyncio.create_task(work('d', 0.25))
    await first
    await second
