# A free lock, a set event and a semaphore with permits are taken without giving the turn away.
import asyncio


async def main(trace):
    async def other(name):
        trace(name, 'had a turn')

    async def take(name, awaitable):
        task = asyncio.create_task(other(name))
        trace(name, await awaitable, task.done())
        await task

    event = asyncio.Event()
    event.set()
    queue = asyncio.Queue()
    await take('lock', asyncio.Lock().acquire())
    await take('event', event.wait())
    await take('semaphore', asyncio.Semaphore(2).acquire())
    await take('bounded', asyncio.BoundedSemaphore(1).acquire())
    await take('barrier', asyncio.Barrier(1).wait())
    await take('put', queue.put(1))
    await take('get', queue.get())
    queue.task_done()
    await take('join', queue.join())
