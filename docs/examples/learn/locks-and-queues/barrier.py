"""At a barrier everybody waits until all are there."""

import asyncio

barrier = asyncio.Barrier(3)


async def worker(name, wait):
    await asyncio.sleep(wait)
    print(f'{name} has prepared')
    await barrier.wait()
    print(f'{name} begins')


async def main():
    async with asyncio.TaskGroup() as group:
        for name, wait in ('slow', 3), ('fast', 1), ('medium', 2):
            group.create_task(worker(name, wait))


asyncio.run(main())
