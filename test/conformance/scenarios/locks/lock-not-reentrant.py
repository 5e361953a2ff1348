# A task that asks for the lock that it holds waits for itself, until a time limit helps it out.
import asyncio


async def main(trace):
    lock = asyncio.Lock()

    async def inner():
        async with lock:
            trace('never')

    async with lock:
        try:
            async with asyncio.timeout(1):
                await inner()
        except TimeoutError as error:
            trace('inner', error, lock.locked())
        try:
            await asyncio.wait_for(lock.acquire(), 1)
        except TimeoutError as error:
            trace('acquire', error, repr(lock).partition('[')[2])
    trace('usable', lock.locked(), await lock.acquire())
