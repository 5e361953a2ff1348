# ensure_future makes a task of an object with __await__.
import asyncio


class Delay:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return f'after {self.seconds}'


async def main(trace):
    made = asyncio.ensure_future(Delay(0.5))
    trace('kind', isinstance(made, asyncio.Task))
    trace(await made)
    trace(await asyncio.gather(Delay(0.25), Delay(0.75)))
