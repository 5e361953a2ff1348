# Who gives up on a barrier doesn't break it: one more has to come.
import asyncio


async def main(trace):
    barrier = asyncio.Barrier(3)

    async def meet(name, limit):
        try:
            trace(name, await asyncio.wait_for(barrier.wait(), limit))
        except TimeoutError as error:
            trace(name, error, barrier.n_waiting, barrier.broken)

    tasks = [asyncio.create_task(meet(name, limit)) for name, limit in (('a', 1), ('b', 9))]
    await asyncio.sleep(2)
    trace('one left', barrier.n_waiting)
    tasks.append(asyncio.create_task(meet('c', 5)))
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(meet('d', 5)))
    await asyncio.gather(*tasks)
    trace('ended', repr(barrier).partition('[')[2])
