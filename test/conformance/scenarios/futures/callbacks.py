# Callbacks are called once each with the future; what was removed isn't called.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def first(f):
        trace('first', f is future, f.result())

    def second(f):
        trace('second')

    future.add_done_callback(first)
    future.add_done_callback(second)
    future.add_done_callback(first)
    future.add_done_callback(second)
    trace('removed', future.remove_done_callback(second), future.remove_done_callback(second))
    future.add_done_callback(second)
    future.set_result('r')
    trace('set')
    trace('removed', future.remove_done_callback(second))
    await asyncio.sleep(0)
    future.add_done_callback(second)
    trace('added when done')
    await asyncio.sleep(0)
    trace('end')
