# A semaphore lets so many work at once, and begins the next as one ends.
import asyncio


async def main(trace):
    semaphore = asyncio.Semaphore(3)
    running = 0
    most = 0

    async def work(number):
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(1 + number % 3)
            running -= 1
        return int(asyncio.get_running_loop().time())

    trace('ends', await asyncio.gather(*(work(number) for number in range(10))))
    trace('at most', most, semaphore.locked())
