# While its loop doesn't run, an eager task starts like any other.
import asyncio


def program(trace, new_loop):
    loop = new_loop()

    async def work(name):
        trace('runs', name)
        await asyncio.sleep(0.25)
        return name

    early = loop.create_task(work('early'), eager_start=True)
    trace('made', early.done(), asyncio.iscoroutine(early.get_coro()))
    direct = asyncio.Task(work('direct'), loop=loop, eager_start=True)
    trace('made', direct.done())
    loop.set_task_factory(asyncio.eager_task_factory)
    later = loop.create_task(work('later'))
    trace('results', loop.run_until_complete(later), early.result(), direct.result())
    loop.close()
