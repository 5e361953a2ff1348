# Awaits within one expression run from left to right.
import asyncio


async def main(trace):
    async def value(x, delay):
        trace('begin', x)
        await asyncio.sleep(delay)
        trace('end', x)
        return x

    total = await value(1, 0.5) + await value(2, 0.25) * await value(3, 0)
    items = [await value(x, 0.1) for x in (4, 5)]
    trace('all', total, items, await value(6, 0) if await value(0, 0) else await value(7, 0))
