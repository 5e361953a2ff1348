# `async with` a barrier gives the index; one of the tasks does what all need once.
import asyncio


async def main(trace):
    barrier = asyncio.Barrier(3)

    async def work(name):
        async with barrier as position:
            if position == 0:
                trace(name, 'cleans up for all')
            else:
                trace(name, 'is', position)
        try:
            async with barrier:
                raise ValueError(name)
        except ValueError as error:
            return error

    trace('ended', await asyncio.gather(*map(work, 'abc')))

    async def breaker():
        await asyncio.sleep(1)
        await barrier.abort()

    async def late(name):
        try:
            async with barrier:
                trace('never')
        except asyncio.BrokenBarrierError as error:
            return str(error), isinstance(error, RuntimeError)

    trace('broken', [list(result) for result in (await asyncio.gather(late('d'), late('e'), breaker()))[:2]])
