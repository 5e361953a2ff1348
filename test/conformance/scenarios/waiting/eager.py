# Tasks that start eagerly, in all that makes tasks.
import asyncio


async def main(trace):
    async def work(name, seconds, fails=False):
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        return name

    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    async def quick(name):
        trace(name, 'runs')
        return name

    trace('gather', await asyncio.gather(quick('a'), work('b', 1), quick('c')))
    trace('shield', await asyncio.shield(quick('d')))
    trace('wait_for', await asyncio.wait_for(quick('e'), 0))
    for one in asyncio.as_completed([work('f', 1), quick('g')]):
        trace('as_completed', await one)
    async with asyncio.TaskGroup() as group:
        one = group.create_task(quick('h'))
        two = group.create_task(work('i', 1))
        trace('made', one.done(), two.done())
    trace('wait', [len(ones) for ones in await asyncio.wait([one, two])])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('j', 0, True))
            trace('goes on')
            await asyncio.sleep(1)
    except* ValueError as error:
        trace('failed', error)
    async with asyncio.timeout(1):
        trace('in a scope', await asyncio.create_task(quick('k')))
