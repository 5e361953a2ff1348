# With the eager task factory every task begins at once, gathered ones too.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    async def work(name, delay):
        trace(name, 'begins')
        if delay is not None:
            await asyncio.sleep(delay)
        trace(name, 'ends')
        return name

    async def parent():
        trace('parent begins')
        child = asyncio.create_task(work('child', 0.25))
        trace('child made', child.done())
        return await child

    loop.call_soon(trace, 'a handle')
    trace('parent', await parent())
    future = asyncio.gather(work('a', 0.5), work('b', None), work('c', 0))
    trace('gathered', future.done())
    trace('results', await future)
    ready = asyncio.gather(work('d', None), work('e', None))
    trace('all done at once', ready.done())
    trace('results', await ready)
