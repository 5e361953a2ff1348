# A callback that can't be called is found out when the future ends: reported, or in debug mode refused.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(42)
    future.add_done_callback(lambda f: trace('called'))
    trace('added', future)
    try:
        future.set_result('result')
        trace('set')
    except TypeError as error:
        trace('refused', error)
    await asyncio.sleep(0)
    trace('done', future.done())
    try:
        future.add_done_callback('text')
        trace('added')
    except TypeError as error:
        trace('refused', error)
    await asyncio.sleep(0)
