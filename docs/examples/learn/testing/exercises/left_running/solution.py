import asyncio


class Clock:
    def __init__(self):
        self.ticks = 0
        self.task = asyncio.create_task(self._tick(), name='clock')

    async def _tick(self):
        while True:
            await asyncio.sleep(1)
            self.ticks += 1

    async def stop(self):
        self.task.cancel()
        await asyncio.wait([self.task])


async def test():
    clock = Clock()
    try:
        await asyncio.sleep(3.5)
        print(f'{clock.ticks} ticks')
    finally:
        await clock.stop()


asyncio.run(test())
print('the test has passed')
