# During its eager step a task is the current one and among all tasks; its creator is both again afterwards.
import asyncio


async def main(trace):
    def names():
        return sorted(task.get_name() for task in asyncio.all_tasks())

    async def inner():
        trace('inner', asyncio.current_task().get_name(), names())

    async def outer():
        trace('outer', asyncio.current_task().get_name(), names())
        asyncio.create_task(inner(), name='inner', eager_start=True)
        trace('outer', asyncio.current_task().get_name(), names())
        await asyncio.sleep(0.5)
        trace('outer', asyncio.current_task().get_name(), names())

    asyncio.current_task().set_name('main')
    task = asyncio.create_task(outer(), name='outer', eager_start=True)
    trace('main', asyncio.current_task().get_name(), names())
    await task
    trace('main', asyncio.current_task().get_name(), names())
