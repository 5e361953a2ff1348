"""Methods, asynchronous generators, async for, and async with."""

import asyncio


class Countdown:
    def __init__(self, start):
        self.start = start

    async def __aiter__(self):
        for n in range(self.start, 0, -1):
            await asyncio.sleep(0.001)
            yield n

    async def launch(self):
        async for n in self:
            print(f'  {n}')
        return 'lift-off'


async def produce(queue):
    async for n in Countdown(2):
        await queue.put(n * 10)
    await queue.put(None)


async def consume(queue):
    while (item := await queue.get()) is not None:
        print(f'  got {item}')


async def main():
    print(await Countdown(3).launch())
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue))
        group.create_task(consume(queue))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(3600)
    except TimeoutError:
        print('it took too long')


asyncio.run(main())
