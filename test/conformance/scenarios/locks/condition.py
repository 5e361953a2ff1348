# A condition wakes those who wait for it, in order; they go on one after another, with the lock.
import asyncio


async def main(trace):
    def state(one):
        return repr(one).partition('[')[2]

    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    condition = asyncio.Condition()

    async def wait(name):
        async with condition:
            trace(name, await condition.wait(), condition.locked())

    async def wait_for(name, predicate):
        async with condition:
            trace(name, await condition.wait_for(predicate))

    for call in (condition.notify, condition.notify_all):
        refuse('not held', call)
    try:
        await condition.wait()
    except RuntimeError as error:
        trace('not held', error)
    tasks = [asyncio.create_task(wait(name)) for name in 'abcd']
    await asyncio.sleep(1)
    trace('waiting', state(condition), condition.locked())
    async with condition:
        condition.notify()
        trace('one', state(condition))
        await asyncio.sleep(1)
        condition.notify(n=2)
        condition.notify(0)
    await asyncio.sleep(1)
    trace('left', state(condition))
    async with condition:
        condition.notify_all()
    for task in tasks:
        await task
    values = []
    task = asyncio.create_task(wait_for('values', lambda: values))
    for value in (0, 1):
        await asyncio.sleep(1)
        async with condition:
            condition.notify()
            if value:
                values.append(value)
    await task
    async with condition:
        trace('at once', await condition.wait_for(lambda: 'true'), await condition.wait_for(predicate=lambda: 5))
    lock = asyncio.Lock()
    one, other = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    async with one:
        trace('shared', other.locked(), state(one))
        other.notify()

    def fails():
        raise ValueError('predicate')

    async with condition:
        try:
            await condition.wait_for(fails)
        except ValueError as error:
            trace('predicate', error, condition.locked())
    refuse('arguments', lambda: condition.wait_for())
    refuse('arguments', lambda: condition.wait(1))
    refuse('acquired by hand', lambda: condition.release())
    trace('acquire', await condition.acquire(), condition.release())
