# Eager tasks that make eager tasks take the current task over and give it back.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    def names():
        return sorted(task.get_name() for task in asyncio.all_tasks())

    async def level(depth):
        name = asyncio.current_task().get_name()
        trace(name, 'begins', names())
        if depth > 0:
            task = asyncio.create_task(level(depth - 1), name=f'level {depth - 1}')
            trace(name, 'is current', asyncio.current_task().get_name() == name)
            await task
        else:
            await asyncio.sleep(0.5)
        trace(name, 'ends')

    await asyncio.create_task(level(3), name='level 3')
    trace('left', names())
