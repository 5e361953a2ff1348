# What a result wakes, waiters and callbacks in the order in which they came, runs before what is scheduled after it.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def waits(name):
        trace(name, await future)

    async def begins():
        trace('a new task')

    tasks = [asyncio.create_task(waits('first waiter'))]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: trace('done callback'))
    tasks.append(asyncio.create_task(waits('second waiter')))
    await asyncio.sleep(0)
    loop.call_soon(trace, 'before the result')
    future.set_result('wakes')
    loop.call_soon(trace, 'after the result')
    tasks.append(asyncio.create_task(begins()))
    future.add_done_callback(lambda f: trace('late done callback'))
    trace('set')
    await asyncio.wait(tasks)
