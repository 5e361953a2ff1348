# Who is cancelled while it waits for a condition takes the lock again first, and hands a notification on.
import asyncio


async def main(trace):
    def state(one):
        return repr(one).partition('[')[2]

    condition = asyncio.Condition()

    async def wait(name):
        try:
            async with condition:
                await condition.wait()
                trace(name, 'goes on')
        except asyncio.CancelledError as error:
            trace(name, error, condition.locked())
            raise

    async def start():
        tasks = [asyncio.create_task(wait(name)) for name in 'abc']
        await asyncio.sleep(0)
        return tasks

    async def finish(tasks):
        await asyncio.sleep(1)
        async with condition:
            condition.notify_all()
        trace('ended', await asyncio.gather(*tasks, return_exceptions=True), state(condition))

    tasks = await start()
    tasks[1].cancel('while waiting')
    await finish(tasks)

    tasks = await start()
    async with condition:
        condition.notify()
        tasks[0].cancel('as it is notified')
    await asyncio.sleep(1)
    trace('handed on', [task.done() for task in tasks])
    await finish(tasks)

    tasks = await start()
    await condition.acquire()
    tasks[0].cancel('without the lock')
    await asyncio.sleep(1)
    tasks[0].cancel('again')
    await asyncio.sleep(1)
    trace('waits for the lock', tasks[0].done(), state(condition))
    condition.release()
    await finish(tasks)
