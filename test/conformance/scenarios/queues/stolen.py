# An item or a place can be snatched from a task that was woken for it; the task waits on, at the end of the line.
import asyncio


async def main(trace):
    queue = asyncio.Queue()

    async def take(name):
        trace(name, await queue.get())

    tasks = [asyncio.create_task(take(name)) for name in 'ab']
    await asyncio.sleep(0)
    queue.put_nowait('snatched')
    trace('main', queue.get_nowait(), str(queue))
    await asyncio.sleep(0)
    trace('both wait', str(queue))
    queue.put_nowait(1)
    queue.put_nowait(2)
    await asyncio.gather(*tasks)

    queue = asyncio.Queue(1)
    queue.put_nowait(0)

    async def give(name):
        trace(name, await queue.put(name))

    tasks = [asyncio.create_task(give(name)) for name in 'cd']
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.put_nowait('pushed in')
    await asyncio.sleep(0)
    trace('both wait', str(queue))
    trace('in order', [await queue.get() for _ in range(3)])
    await asyncio.gather(*tasks)
