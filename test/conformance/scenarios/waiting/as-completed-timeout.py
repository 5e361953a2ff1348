# When the time of `as_completed` is over, what is left raises, and goes on.
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

    tasks = [asyncio.create_task(work(name, seconds)) for seconds, name in enumerate('abcd')]
    for one in asyncio.as_completed(tasks, timeout=1.5):
        await attempt('plain', one)
    try:
        async for one in asyncio.as_completed(tasks, timeout=1):
            trace('asynchronous', one.result())
    except TimeoutError as error:
        trace('over', error)
    async for one in asyncio.as_completed(tasks, timeout=0.5):
        trace('left', one.result())
    for one in asyncio.as_completed(tasks, timeout=0):
        await attempt('no time', one)
    for wrong in (5, tasks[0], None):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            trace('wrong', error)
    try:
        asyncio.as_completed([5])
    except TypeError as error:
        trace('wrong', error)
    coroutine = work('single', 1)
    try:
        asyncio.as_completed(coroutine)
    except TypeError as error:
        trace('wrong', error)
    coroutine.close()
