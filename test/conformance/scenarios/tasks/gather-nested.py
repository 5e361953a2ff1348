# gather takes futures, tasks, coroutines and other gathers, mixed.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(value, delay=0):
        await asyncio.sleep(delay)
        return value

    future = loop.create_future()
    loop.call_later(0.5, future.set_result, 'future')
    results = await asyncio.gather(
        asyncio.gather(work(1), work(2, 0.25)),
        future,
        asyncio.create_task(work('task', 0.75)),
        asyncio.gather(asyncio.gather(work('deep'))),
        asyncio.sleep(0.1, 'slept'),
    )
    trace('results', results)
