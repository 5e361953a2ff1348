# A callback that is added to a future that is done is scheduled, not called.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result('result')
    loop.call_soon(trace, 'scheduled before')
    future.add_done_callback(lambda f: trace('callback', f.result()))
    loop.call_soon(trace, 'scheduled after')
    trace('added')
    await future
    trace('awaiting it took no turn')
    await asyncio.sleep(0)
    trace('end')
