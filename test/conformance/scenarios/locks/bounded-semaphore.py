# A bounded semaphore takes no more permits back than it had at first.
import asyncio


async def main(trace):
    semaphore = asyncio.BoundedSemaphore(2)

    def release(label):
        try:
            semaphore.release()
            trace(label, repr(semaphore).partition('[')[2])
        except ValueError as error:
            trace(label, error, repr(semaphore).partition('[')[2])

    async def use(name):
        async with semaphore:
            trace(name, 'has it')
            await asyncio.sleep(1)

    release('at first')
    await semaphore.acquire()
    release('taken once')
    release('once too often')
    tasks = [asyncio.create_task(use(name)) for name in 'abc']
    await asyncio.sleep(0)
    release('of somebody else')
    try:
        await asyncio.gather(*tasks)
    except ValueError as error:
        trace('who comes last', error)
    trace('ended', isinstance(semaphore, asyncio.Semaphore), repr(semaphore).partition('[')[2])
