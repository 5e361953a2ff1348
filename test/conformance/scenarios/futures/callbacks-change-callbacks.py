# What callbacks add or remove while they run.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def second(f):
        trace('second')

    def first(f):
        trace('first')
        trace('removed', f.remove_done_callback(second))
        f.add_done_callback(third)

    def third(f):
        trace('third')

    future.add_done_callback(first)
    future.add_done_callback(second)
    future.set_result(None)
    await asyncio.sleep(0)
    trace('one turn')
    await asyncio.sleep(0)
    trace('two turns')
