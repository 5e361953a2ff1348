# Cancelled at every turn: a task that puts, takes and joins while the queues are shut down.
import asyncio


def setup(trace):
    full = asyncio.Queue(1)
    empty = asyncio.Queue()
    full.put_nowait('first')

    async def attempt(name, awaitable):
        try:
            trace(name, await awaitable)
        except asyncio.QueueShutDown as error:
            trace(name, error)

    async def victim():
        await attempt('put', full.put('second'))
        await attempt('get', empty.get())
        await attempt('join', full.join())

    async def others():
        other = asyncio.create_task(attempt('other', empty.get()))
        await asyncio.sleep(1)
        full.shutdown()
        await asyncio.sleep(1)
        empty.shutdown()
        await asyncio.sleep(1)
        full.shutdown(immediate=True)
        await other

    async def afterwards():
        trace('afterwards', str(full), str(empty))
        await attempt('put', full.put('x'))
        await attempt('get', empty.get())
        await full.join()

    return victim, others, afterwards
