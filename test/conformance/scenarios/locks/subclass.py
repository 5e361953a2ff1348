# `async with` takes a lock by the methods of its own class.
import asyncio


async def main(trace):
    async def count(lock, acquiring):
        trace('wants it', lock.locked())
        result = await acquiring
        lock.taken += 1
        return result

    class Counting(asyncio.Lock):
        taken = 0

        def acquire(self):
            return count(self, super().acquire())

        def release(self):
            trace('gives it back')
            super().release()

    lock = Counting()

    async def use():
        async with lock as nothing:
            trace('inside', nothing, lock.taken)
            await asyncio.sleep(1)

    await asyncio.gather(use(), use())
    condition = asyncio.Condition(lock)
    async with condition:
        trace('of a condition', lock.taken, lock.locked())
        try:
            await asyncio.wait_for(condition.wait(), 1)
        except TimeoutError:
            trace('taken again', lock.taken, lock.locked())
