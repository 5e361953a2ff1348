# A task factory makes the tasks of its loop, and is told the keywords.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    class Marked(asyncio.Task):
        pass

    def factory(loop, coro, **keywords):
        trace('factory', sorted(keywords), keywords.get('name'))
        return Marked(coro, loop=loop, **keywords)

    async def work(value):
        return value

    trace('at first', loop.get_task_factory())
    loop.set_task_factory(factory)
    trace('set', loop.get_task_factory() is factory)
    named = loop.create_task(work('a'), name='named')
    trace('kind', isinstance(named, Marked), named.get_name(), await named)
    trace('gathered', await asyncio.gather(work('b'), work('c')))
    loop.set_task_factory(None)
    trace('kind', isinstance(asyncio.create_task(work('d')), Marked))
    try:
        loop.set_task_factory(3)
    except TypeError as error:
        trace('refused', error)
