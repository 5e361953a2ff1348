# A barrier goes through its phases again and again; the last to come each time has the highest index.
import asyncio


async def main(trace):
    barrier = asyncio.Barrier(3)

    async def work(name, seconds):
        for phase in range(3):
            await asyncio.sleep(seconds)
            index = await barrier.wait()
            trace(name, phase, index)
            if index == 0:
                trace('the first leads', repr(barrier).partition('[')[2])

    await asyncio.gather(work('quick', 1), work('middle', 2), work('slow', 3))
    trace('ended', barrier.n_waiting, barrier.broken)
