# `as_completed` gives each one as it ends: by `for` coroutines, by `async for` the futures.
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

    for one in asyncio.as_completed([work('a', 2), work('b', 1), work('c', 3, True), work('d', 1)]):
        await attempt('plain', one)
    tasks = [asyncio.create_task(work('e', 2)), asyncio.create_task(work('f', 1, True))]
    async for one in asyncio.as_completed(tasks):
        trace('asynchronous', tasks.index(one), one.done(), one.exception())
    async for one in asyncio.as_completed(tasks + [tasks[0], work('g', 0)]):
        trace('once each', one in tasks, one.exception())
    coroutine = work('h', 1)
    for one in asyncio.as_completed([coroutine, coroutine]):
        await attempt('one coroutine twice', one)
    iterator = asyncio.as_completed([])
    trace('nothing', list(iterator))
    async for one in iterator:
        trace('never')
    iterator = asyncio.as_completed([work('i', 1), work('j', 2)])
    trace('itself', iter(iterator) is iterator, aiter(iterator) is iterator)
    first, second = next(iterator), next(iterator)
    try:
        next(iterator)
    except StopIteration:
        trace('no more')
    await attempt('second first', second)
    await attempt('first', first)
