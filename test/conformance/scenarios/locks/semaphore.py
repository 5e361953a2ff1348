# A semaphore gives its permits in the order of the tasks that asked.
import asyncio


async def main(trace):
    def state(one):
        return repr(one).partition('[')[2]

    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    semaphore = asyncio.Semaphore(2)

    async def use(name):
        async with semaphore as nothing:
            trace(name, nothing, state(semaphore))
            await asyncio.sleep(1)

    trace('new', state(semaphore), semaphore.locked())
    tasks = [asyncio.create_task(use(name)) for name in 'abcd']
    await asyncio.sleep(0)
    trace('taken', state(semaphore), semaphore.locked())
    await asyncio.sleep(1)
    trace('woken', state(semaphore), semaphore.locked())
    await use('main')
    for task in tasks:
        await task
    semaphore.release()
    trace('more than before', state(semaphore))
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(use(name)) for name in 'xyz']
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    tasks[0].cancel('as it is woken')
    trace('released', state(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    trace('ended', await asyncio.gather(*tasks, return_exceptions=True), state(semaphore))
    bounded = asyncio.BoundedSemaphore(value=1)
    refuse('bounded', bounded.release)
    trace('acquire', await bounded.acquire(), state(bounded))
    bounded.release()
    refuse('bounded', bounded.release)
    trace('names', repr(bounded).split()[0], repr(semaphore).split()[0])
    refuse('negative', lambda: asyncio.Semaphore(-1))
    refuse('negative', lambda: asyncio.BoundedSemaphore(-1))
    refuse('too many', lambda: asyncio.Semaphore(1, 2))
    refuse('text', lambda: asyncio.Semaphore('1'))
