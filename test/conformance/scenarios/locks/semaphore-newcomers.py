# A newcomer stands behind those in line, even when a permit is free in between.
import asyncio


async def main(trace):
    semaphore = asyncio.Semaphore(1)

    def state():
        return repr(semaphore).partition('[')[2], semaphore.locked()

    async def use(name):
        async with semaphore:
            trace(name, *state())

    await semaphore.acquire()
    tasks = [asyncio.create_task(use('waits'))]
    await asyncio.sleep(0)
    semaphore.release()
    trace('given to who waits', *state())
    tasks.append(asyncio.create_task(use('newcomer')))
    await use('main')
    await asyncio.gather(*tasks)
    semaphore.release()
    semaphore.release()
    trace('never bounded', *state())
    tasks = [asyncio.create_task(use(name)) for name in 'abcd']
    await asyncio.gather(*tasks)
    trace('ended', *state())
