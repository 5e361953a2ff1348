# `wait_for` gives the result, or cancels what takes too long and waits for its end.
import asyncio


async def main(trace):
    async def attempt(label, awaitable):
        try:
            trace(label, await awaitable)
        except Exception as error:
            trace(label, error)

    async def work(name, seconds, fails=False):
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        return name

    async def stubborn(name):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            trace(name, error)
            await asyncio.sleep(1)
            return name

    async def spiteful():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise KeyError('instead')

    loop = asyncio.get_running_loop()
    await attempt('in time', asyncio.wait_for(work('a', 1), 2))
    await attempt('exactly in time', asyncio.wait_for(work('b', 2), 2))
    await attempt('no limit', asyncio.wait_for(work('c', 3), None))
    await attempt('late', asyncio.wait_for(work('d', 3), 1))
    await attempt('fails', asyncio.wait_for(work('e', 1, True), timeout=2))
    await attempt('fails late', asyncio.wait_for(spiteful(), 1))
    await attempt('returns late', asyncio.wait_for(stubborn('f'), 1))
    await attempt('nested', asyncio.wait_for(asyncio.wait_for(work('g', 9), 2), 1))
    await attempt('nested the other way', asyncio.wait_for(asyncio.wait_for(work('h', 9), 1), 2))
    task = asyncio.create_task(work('i', 3))
    await attempt('a task', asyncio.wait_for(task, 1))
    trace('was cancelled', task.cancelled(), task.cancelling())
    task = asyncio.create_task(work('j', 3))
    await attempt('shielded', asyncio.wait_for(asyncio.shield(task), 1))
    await attempt('later', task)
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'set')
    await attempt('a future', asyncio.wait_for(future, 2))
    await attempt('a future that is done', asyncio.wait_for(future, 0))
