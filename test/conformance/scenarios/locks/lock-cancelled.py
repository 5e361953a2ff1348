# Waiting tasks are cancelled before, while and after the lock comes to them.
import asyncio


async def main(trace):
    def state(one):
        return repr(one).partition('[')[2]

    lock = asyncio.Lock()

    async def use(name):
        try:
            async with lock:
                trace(name, 'has')
                await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            trace(name, error, state(lock))
            raise

    for cancelled in ('first', 'all', 'late'):
        await lock.acquire()
        tasks = [asyncio.create_task(use(name)) for name in 'abc']
        await asyncio.sleep(0)
        if cancelled == 'first':
            tasks[0].cancel()
            lock.release()
        elif cancelled == 'all':
            for task in tasks:
                task.cancel()
            lock.release()
        else:
            lock.release()
            tasks[0].cancel()
            tasks[1].cancel()
        trace(cancelled, state(lock), lock.locked())
        trace(cancelled, await asyncio.gather(*tasks, return_exceptions=True))
        trace(cancelled, state(lock))

    async def barging():
        await lock.acquire()
        task = asyncio.create_task(use('waits'))
        await asyncio.sleep(0)
        lock.release()
        trace('barging', lock.locked())
        async with lock:
            trace('later')
        await task

    await barging()
