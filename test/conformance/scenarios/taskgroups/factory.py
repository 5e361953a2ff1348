# A group makes its tasks by the factory of the loop, and hands the keywords on.
import asyncio


async def main(trace):
    made = []

    def factory(loop, coro, **keywords):
        made.append([coro.__name__, sorted(keywords)])
        return asyncio.Task(coro, loop=loop, **keywords)

    async def work():
        return asyncio.current_task().get_name()

    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    async with asyncio.TaskGroup() as group:
        plain = group.create_task(work())
        named = group.create_task(work(), name='named')
        nobody = group.create_task(work(), name=None)
    trace('made', made)
    trace('names', named.result(), nobody.result().startswith('Task-'), plain.result().startswith('Task-'))

    def refuses(loop, coro, **keywords):
        coro.close()
        raise ValueError('no more tasks')

    loop.set_task_factory(refuses)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work())
    except ExceptionGroup as error:
        trace('refused', error, group)
