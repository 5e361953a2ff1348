# Cancelled at every turn: a task that waits for a condition, among others that do.
import asyncio


def setup(trace):
    condition = asyncio.Condition()
    items = []

    async def take(name):
        async with condition:
            trace(name, 'looks')
            await condition.wait_for(lambda: len(items) > 0)
            trace(name, 'takes', items.pop(0))

    async def victim():
        await take('victim')
        async with condition:
            trace('victim', 'waits')
            trace('victim', await condition.wait())

    async def others():
        a = asyncio.create_task(take('a'))
        b = asyncio.create_task(take('b'))
        await asyncio.sleep(1)
        async with condition:
            items.append(1)
            condition.notify()
            await asyncio.sleep(1)
        await asyncio.sleep(0)
        async with condition:
            items.extend([2, 3])
            condition.notify(2)
        await asyncio.sleep(1)
        async with condition:
            items.append(4)
            condition.notify_all()
        await a
        await b

    async def afterwards():
        trace('afterwards', repr(condition).partition('[')[2])
        async with condition:
            condition.notify_all()
        items.append(5)
        await take('afterwards')

    return victim, others, afterwards
