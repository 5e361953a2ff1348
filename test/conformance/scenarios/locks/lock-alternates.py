# Two tasks that take a lock again and again alternate; one alone keeps it.
import asyncio


async def main(trace):
    lock = asyncio.Lock()
    taken = []

    async def worker(name):
        for _ in range(3):
            async with lock:
                taken.append(name)
                await asyncio.sleep(0)

    await asyncio.gather(worker('a'), worker('b'))
    trace('with a pause inside', ''.join(taken))
    taken.clear()

    async def hurried(name):
        for _ in range(3):
            async with lock:
                taken.append(name)

    await asyncio.gather(hurried('a'), hurried('b'))
    trace('without', ''.join(taken))
    taken.clear()
    await lock.acquire()
    tasks = [asyncio.create_task(hurried(name)) for name in 'abc']
    await asyncio.sleep(0)
    lock.release()
    await asyncio.wait(tasks)
    trace('with others in line', ''.join(taken))
