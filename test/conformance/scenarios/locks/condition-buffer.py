# Two conditions on one lock: a buffer with room for two, whose makers and takers tell each other.
import asyncio


async def main(trace):
    lock = asyncio.Lock()
    not_full, not_empty = asyncio.Condition(lock), asyncio.Condition(lock)
    buffer = []

    async def make(name, count):
        for number in range(count):
            async with not_full:
                await not_full.wait_for(lambda: len(buffer) < 2)
                buffer.append(f'{name}{number}')
                trace('made', buffer)
                not_empty.notify()

    async def take(name, count):
        for _ in range(count):
            async with not_empty:
                await not_empty.wait_for(lambda: buffer)
                trace(name, buffer.pop(0))
                not_full.notify()
            await asyncio.sleep(1)

    await asyncio.gather(take('first', 3), make('a', 3), make('b', 2), take('second', 2))
    trace('ended', buffer, lock.locked())
