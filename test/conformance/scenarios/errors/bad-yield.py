# A coroutine that yields something odd to its task is told so, and may go on.
import asyncio


class Odd:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        for odd in (42, 'text', loop.create_future(), [1]):
            try:
                await Odd(odd)
            except RuntimeError as error:
                trace('told', error)
        return await Odd(None)

    trace('result', await asyncio.create_task(work(), name='T'))
