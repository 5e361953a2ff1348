# Cancelled at every turn: one of the tasks that meet at a barrier.
import asyncio


def setup(trace):
    barrier = asyncio.Barrier(3)

    async def meet(name):
        try:
            trace(name, await barrier.wait())
        except asyncio.BrokenBarrierError as error:
            trace(name, error)

    async def victim():
        await meet('victim')
        await asyncio.sleep(0)
        async with barrier as index:
            trace('victim', index)

    async def others():
        tasks = [asyncio.create_task(meet(name)) for name in ('a', 'b')]
        await asyncio.sleep(1)
        tasks += [asyncio.create_task(meet(name)) for name in ('c', 'd')]
        await asyncio.sleep(1)
        trace('waiting', barrier.n_waiting, barrier.broken)
        await barrier.reset()
        for task in tasks:
            await task

    async def afterwards():
        trace('afterwards', repr(barrier).partition('[')[2])
        await asyncio.gather(meet('x'), meet('y'), meet('z'))

    return victim, others, afterwards
