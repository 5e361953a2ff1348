# Tasks that sleep for zero seconds take turns.
import asyncio


async def main(trace):
    async def worker(name, turns):
        for turn in range(turns):
            trace(name, turn)
            await asyncio.sleep(0)
        trace(name, 'ends')

    tasks = [asyncio.create_task(worker(name, turns)) for name, turns in (('a', 3), ('b', 1), ('c', 2))]
    for task in tasks:
        await task
