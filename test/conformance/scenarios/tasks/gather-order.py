# The results of gather stand in the order of its arguments, not of their ends.
import asyncio


async def main(trace):
    async def work(name, delay):
        trace(name, 'begins')
        await asyncio.sleep(delay)
        trace(name, 'ends')
        return name

    results = await asyncio.gather(work('a', 0.75), work('b', 0.25), work('c', 0.5))
    trace('results', results)
