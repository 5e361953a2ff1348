# A task whose result is a task gives that task, not its result.
import asyncio


async def main(trace):
    async def inner():
        await asyncio.sleep(0.5)
        return 'inner'

    async def outer():
        return asyncio.create_task(inner(), name='inner')

    task = await asyncio.create_task(outer())
    trace('a task', task.get_name(), task.done())
    trace(await task)
