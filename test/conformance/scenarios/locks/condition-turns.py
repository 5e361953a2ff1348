# Who is notified goes on behind those who stand in line for the lock already.
import asyncio


async def main(trace):
    condition = asyncio.Condition()

    async def wait(name):
        async with condition:
            await condition.wait()
            trace(name, 'was notified', repr(condition).partition('[')[2])
            await asyncio.sleep(1)

    async def use(name):
        async with condition:
            trace(name, 'has the lock')
            await asyncio.sleep(1)

    tasks = [asyncio.create_task(wait(name)) for name in 'ab']
    await asyncio.sleep(0)
    async with condition:
        tasks += [asyncio.create_task(use(name)) for name in 'cd']
        await asyncio.sleep(0)
        condition.notify_all()
        tasks.append(asyncio.create_task(use('e')))
        trace('notified')
    await asyncio.wait(tasks)
