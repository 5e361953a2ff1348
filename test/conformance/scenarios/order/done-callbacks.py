# Done callbacks are scheduled when the future ends, in the order in which they were added.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for name in 'abc':
        future.add_done_callback(lambda f, name=name: trace('callback', name, f.result()))
    loop.call_soon(trace, 'ready before')
    loop.call_soon(future.set_result, 42)
    loop.call_soon(trace, 'ready after')
    await asyncio.sleep(0)
    trace('set', future.done())
    loop.call_soon(trace, 'behind the callbacks')
    await asyncio.sleep(0)
    trace('called')
