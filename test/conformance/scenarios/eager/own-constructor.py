# create_eager_task_factory makes eager tasks of a class of one's own.
import asyncio


class Named(asyncio.Task):
    def __init__(self, coro, **keywords):
        self.given = sorted(keywords)
        super().__init__(coro, **keywords)


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(delay):
        trace('inside', type(asyncio.current_task()).__name__)
        await asyncio.sleep(delay)

    factory = asyncio.create_eager_task_factory(Named)
    loop.set_task_factory(factory)
    task = asyncio.create_task(work(0.25), name='a')
    trace('made', type(task).__name__, task.given, task.get_name(), task.done())
    await task
    direct = factory(loop, work(0), name='b', eager_start=False)
    trace('direct', type(direct).__name__, direct.given, direct.done())
    await direct
    for wrong in (42, None):
        try:
            asyncio.create_eager_task_factory(wrong)(loop, work(0))
        except TypeError as error:
            trace('refused', error)
