# A group is left when all its tasks are done; a task of the group may make more.
import asyncio


async def main(trace):
    async def work(name, seconds, fails=False):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError as error:
            trace(name, error)
            raise
        trace(name, 'ends')
        if fails:
            raise ValueError(name)
        return name

    tasks = []
    async with asyncio.TaskGroup() as group:
        async def more():
            await asyncio.sleep(1)
            tasks.append(group.create_task(work('more', 1)))

        trace('new', group)
        tasks.append(group.create_task(work('a', 1)))
        tasks.append(group.create_task(work('b', 2), name='named'))
        group.create_task(more())
        trace('three', group)
        await asyncio.sleep(1.5)
        trace('two', group)
    trace('left', group, [task.result() for task in tasks], tasks[1].get_name())
    async with asyncio.TaskGroup():
        pass
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work('c', 5))
        task.cancel('only this')
        group.create_task(work('d', 1))
    trace('a cancelled task is no error', task.cancelled())
