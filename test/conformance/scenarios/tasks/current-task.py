# current_task is the task whose step runs; in a callback there is none.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def name():
        task = asyncio.current_task()
        return None if task is None else task.get_name()

    async def inner(label):
        trace(label, name())
        await asyncio.sleep(0)
        trace(label, name())

    async def outer(label):
        trace(label, name())
        await inner(label)
        trace(label, name())

    loop.call_soon(lambda: trace('callback', name()))
    a = asyncio.create_task(outer('a'), name='A')
    b = asyncio.create_task(outer('b'), name='B')
    a.add_done_callback(lambda task: trace('done callback', name()))
    await inner('main')
    await b
    trace('main', name(), asyncio.current_task(loop) is asyncio.current_task())
