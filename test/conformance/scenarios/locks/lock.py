# A lock goes to the tasks in the order in which they asked for it.
import asyncio


async def main(trace):
    def state(one):
        return repr(one).partition('[')[2]

    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    lock = asyncio.Lock()

    async def use(name):
        trace(name, 'asks', await lock.acquire())
        await asyncio.sleep(1)
        lock.release()
        trace(name, 'gave', state(lock))

    trace('new', state(lock), lock.locked())
    refuse('released', lock.release)
    tasks = [asyncio.create_task(use(name)) for name in 'abc']
    await asyncio.sleep(0)
    trace('taken', state(lock), lock.locked())
    await asyncio.sleep(1)
    trace('handed on', state(lock))
    await use('main')
    for task in tasks:
        await task
    async with lock as nothing:
        trace('inside', nothing, state(lock))
    try:
        async with lock:
            raise ValueError('inside')
    except ValueError as error:
        trace('left', error, state(lock))
    await lock.acquire()
    lock.release()
    refuse('too often', lock.release)
    refuse('arguments', lambda: asyncio.Lock(1))
    refuse('keywords', lambda: asyncio.Lock(loop=None))
    refuse('acquire', lambda: lock.acquire(1))

    class Own(asyncio.Lock):
        pass

    trace('names', repr(lock).split()[0], repr(Own()).split()[0].replace('main.<locals>.', '').replace('scenario.', ''))
