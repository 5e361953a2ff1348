# With the eager factory tasks start at once unless eager_start says no; without it they don't unless it says yes.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(name):
        trace('runs', name)
        return name

    loop.set_task_factory(asyncio.eager_task_factory)
    for keywords in ({}, {'eager_start': False}, {'eager_start': True}, {'name': 'named'}):
        task = asyncio.create_task(work('with'), **keywords)
        trace('factory', sorted(keywords), task.done())
        await task
    loop.set_task_factory(None)
    for keywords in ({}, {'eager_start': False}, {'eager_start': True}, {'eager_start': None}):
        task = asyncio.create_task(work('without'), **keywords)
        trace('no factory', list(keywords.values()), task.done())
        await task
