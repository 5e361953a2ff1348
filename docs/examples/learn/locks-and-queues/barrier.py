"""At a barrier everybody waits until all are there."""

import asyncio


async def worker(name, duration, barrier):
    await asyncio.sleep(duration)
    print(f'{name} has prepared')
    await barrier.wait()
    print(f'{name} begins')


async def main():
    barrier = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as group:
        for name, duration in ('slow', 3), ('fast', 1), ('medium', 2):
            group.create_task(worker(name, duration, barrier))


asyncio.run(main())
