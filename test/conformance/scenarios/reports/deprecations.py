# What Python 3.14 deprecates warns at every use, and works.
import asyncio
import inspect


async def main(trace):
    async def work():
        pass

    trace('function', asyncio.iscoroutinefunction(work))
    trace('function', asyncio.iscoroutinefunction(42))
    trace('quiet', inspect.iscoroutinefunction(work))
    coroutine = work()
    trace('quiet', asyncio.iscoroutine(coroutine))
    await coroutine
