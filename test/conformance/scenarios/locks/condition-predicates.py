# What `wait_for` takes for true, and what it gives back.
import asyncio


async def main(trace):
    condition = asyncio.Condition()
    values = []

    async def wait():
        async with condition:
            return await condition.wait_for(lambda: values[-1])

    async def tell(value):
        values.append(value)
        async with condition:
            condition.notify_all()
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    for true in (1, -1, 'text', [0], {'a': 1}, {0}, [None], 0.5):
        values.append(None)
        task = asyncio.create_task(wait())
        for false in (False, 0, '', [], {}, set(), 0.0):
            await tell(false)
        trace('not yet', task.done())
        await tell(true)
        trace('true', await task)

    def fails():
        if values:
            raise KeyError(values.pop())
        return False

    async def failing():
        async with condition:
            try:
                await condition.wait_for(fails)
            except KeyError as error:
                trace('failed', error, condition.locked())

    values.clear()
    task = asyncio.create_task(failing())
    await asyncio.sleep(0)
    await tell('after a notification')
    await task
