# Two tasks that take two locks in opposite order wait for each other, until one gives up.
import asyncio


async def main(trace):
    locks = {'left': asyncio.Lock(), 'right': asyncio.Lock()}

    async def work(name, first, second, limit):
        async with locks[first]:
            trace(name, 'has', first)
            await asyncio.sleep(1)
            try:
                async with asyncio.timeout(limit), locks[second]:
                    trace(name, 'has both')
                    await asyncio.sleep(1)
            except TimeoutError as error:
                trace(name, error, locks[second].locked())

    await asyncio.gather(work('a', 'left', 'right', 5), work('b', 'right', 'left', 2))
    trace('ended', [lock.locked() for lock in locks.values()])
