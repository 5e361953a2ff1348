# A callback that raises is reported, and the others are called all the same.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def bad(f):
        trace('bad')
        raise ValueError('from a callback')

    def good(f):
        trace('good')

    future.add_done_callback(bad)
    future.add_done_callback(good)
    future.set_result(1)
    await asyncio.sleep(0)
    trace('result', await future)
