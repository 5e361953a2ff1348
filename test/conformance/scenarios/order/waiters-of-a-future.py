# Tasks that wait for one future wake in the order in which they began to wait.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def waiter(name, turns):
        for _ in range(turns):
            await asyncio.sleep(0)
        trace(name, 'waits')
        value = await future
        trace(name, value)
        await asyncio.sleep(0)
        trace(name, 'ends')

    tasks = [asyncio.create_task(waiter(name, turns)) for name, turns in (('a', 2), ('b', 0), ('c', 1))]
    future.add_done_callback(lambda f: trace('a callback between'))
    loop.call_later(0.5, future.set_result, 'value')
    for task in tasks:
        await task
