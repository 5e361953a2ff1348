# async for takes the values one by one; the generator may wait in between.
import asyncio


async def main(trace):
    async def count(n):
        for i in range(n):
            trace('makes', i)
            await asyncio.sleep(0.25)
            yield i
        trace('ends')

    async for i in count(3):
        trace('takes', i)
    async for i in count(0):
        trace('never', i)
    trace('list', [i async for i in count(2)])
