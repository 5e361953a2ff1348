# A task that is started eagerly runs to its first suspension within create_task.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def quick():
        trace('quick runs', asyncio.current_task().get_name())
        return 'quick'

    async def slow():
        trace('slow runs', asyncio.current_task().get_name())
        await asyncio.sleep(0.5)
        trace('slow goes on', asyncio.current_task().get_name())
        return 'slow'

    async def failing():
        raise ValueError('at once')

    loop.call_soon(trace, 'a handle')
    a = asyncio.create_task(quick(), name='A', eager_start=True)
    trace('made', a.done(), a.get_coro(), asyncio.current_task().get_name())
    b = asyncio.create_task(slow(), name='B', eager_start=True)
    trace('made', b.done(), asyncio.current_task().get_name())
    c = asyncio.create_task(failing(), name='C', eager_start=True)
    trace('made', c.done(), c.exception())
    d = asyncio.create_task(quick(), name='D', eager_start=False)
    trace('made', d.done())
    trace('results', await a, await b, await d)
