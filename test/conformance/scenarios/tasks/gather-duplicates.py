# The same awaitable given twice to gather runs once and stands twice in the result.
import asyncio


async def main(trace):
    async def work(name):
        trace('runs', name)
        await asyncio.sleep(0.5)
        return name

    coroutine = work('coroutine')
    task = asyncio.create_task(work('task'))
    future = asyncio.get_running_loop().create_future()
    future.set_result('future')
    results = await asyncio.gather(coroutine, task, coroutine, future, task, future)
    trace('results', results)
