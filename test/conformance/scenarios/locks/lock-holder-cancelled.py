# The task that holds a lock gives it back when it is cancelled, and the next one gets it.
import asyncio


async def main(trace):
    lock = asyncio.Lock()

    async def use(name):
        async with lock:
            trace(name, 'has')
            try:
                await asyncio.sleep(5)
            finally:
                trace(name, 'leaves', lock.locked())
        return name

    tasks = [asyncio.create_task(use(name)) for name in 'abc']
    await asyncio.sleep(1)
    tasks[0].cancel('holder')
    await asyncio.sleep(1)
    tasks[1].cancel('holder')
    tasks[2].cancel('waits behind')
    trace('ended', await asyncio.gather(*tasks, return_exceptions=True), lock.locked())
