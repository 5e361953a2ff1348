# isfuture knows futures and tasks, and objects that say they are futures.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    class Marked:
        _asyncio_future_blocking = False

    async def work():
        pass

    coroutine = work()
    task = asyncio.create_task(coroutine)
    future = loop.create_future()
    trace('futures', [asyncio.isfuture(x) for x in (future, task, asyncio.gather(), Marked())])
    trace('others', [asyncio.isfuture(x) for x in (coroutine, work, None, 1, 'f', [])])
    made = [future, asyncio.Future(loop=loop), asyncio.Future()]
    trace('loop', [each.get_loop() is loop for each in made])
    trace('wrap', asyncio.wrap_future(future) is future)
    await task
