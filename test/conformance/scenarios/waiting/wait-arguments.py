# `wait` refuses coroutines, a single future, nothing at all, and ways of waiting that it doesn't know.
import asyncio


async def main(trace):
    async def attempt(label, awaitable):
        try:
            trace(label, await awaitable)
        except Exception as error:
            trace(label, error)

    future = asyncio.get_running_loop().create_future()
    coroutine = asyncio.sleep(0)
    await attempt('coroutine', asyncio.wait([coroutine]))
    await attempt('future and coroutine', asyncio.wait([future, coroutine]))
    await attempt('single', asyncio.wait(future))
    await attempt('single coroutine', asyncio.wait(coroutine))
    await attempt('nothing', asyncio.wait([]))
    await attempt('mode', asyncio.wait([future], return_when='ANY'))
    await attempt('nothing in an unknown mode', asyncio.wait([], return_when=None))
    await attempt('number', asyncio.wait(5))
    await attempt('numbers', asyncio.wait([5]))
    for arguments, keywords in (((), {}), (([future], 1), {}), (([future],), {'time': 1})):
        try:
            asyncio.wait(*arguments, **keywords)
        except TypeError as error:
            trace('arguments', error)
    coroutine.close()
