# A notification is for those who wait already; it isn't kept, and counts nobody twice.
import asyncio


async def main(trace):
    condition = asyncio.Condition()

    async def wait(name):
        async with condition:
            trace(name, await condition.wait())

    async def notify(*counts):
        async with condition:
            for count in counts:
                condition.notify(count)
            trace('notified', repr(condition).partition('[')[2])
        await asyncio.sleep(1)

    await notify(1)
    tasks = [asyncio.create_task(wait(name)) for name in 'abcde']
    await asyncio.sleep(1)
    trace('none', sum(task.done() for task in tasks))
    await notify(1, 1)
    trace('two', sum(task.done() for task in tasks))
    await notify(-1, 0)
    trace('still two', sum(task.done() for task in tasks))
    await notify(1, 99)
    trace('all', sum(task.done() for task in tasks))
