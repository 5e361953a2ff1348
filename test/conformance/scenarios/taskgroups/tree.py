# Tasks of a group make more tasks of it, as deep as they like; the group ends with the last.
import asyncio


async def main(trace):
    order = []

    async def visit(group, name, depth):
        await asyncio.sleep(depth)
        order.append(name)
        if depth < 3:
            for child in 'lr':
                group.create_task(visit(group, name + child, depth + 1), name=name + child)

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(group, '-', 0))
        trace('in the body', order)
    trace('ended', order)

    async def helper(group):
        return group.create_task(asyncio.sleep(1, 'from a helper'))

    async with asyncio.TaskGroup() as group:
        task = await helper(group)
        asyncio.get_running_loop().call_later(0.5, lambda: group.create_task(asyncio.sleep(2)))
    trace('a callback made one more', task.result(), group)
