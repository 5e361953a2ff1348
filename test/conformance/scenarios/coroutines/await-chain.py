# cr_await leads from a coroutine to what it waits for.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def inner():
        return await future

    async def outer():
        nonlocal awaited
        awaited = inner()
        return await awaited

    awaited = None
    coroutine = outer()
    trace('made', coroutine.cr_await)
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    trace('waiting', coroutine.cr_await is awaited, awaited.cr_await is not None)
    future.set_result('value')
    trace('result', await task, coroutine.cr_await, awaited.cr_await)
