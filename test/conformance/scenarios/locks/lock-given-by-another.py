# Any task may give a lock back, whoever took it; who leaves `async with` then is told so.
import asyncio


async def main(trace):
    lock = asyncio.Lock()

    async def holder():
        async with lock:
            trace('holder has it')
            await asyncio.sleep(2)
            trace('holder still believes so', lock.locked())

    async def thief():
        await asyncio.sleep(1)
        lock.release()
        async with lock:
            trace('thief has it')

    results = await asyncio.gather(holder(), thief(), return_exceptions=True)
    trace('ended', results, lock.locked())
    try:
        async with lock:
            lock.release()
            raise ValueError('hidden by the release')
    except RuntimeError as error:
        trace('told', error, error.__context__)
