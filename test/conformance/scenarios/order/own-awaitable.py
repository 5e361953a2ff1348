# An object with __await__ is awaited inline, as a coroutine is.
import asyncio


class Twice:
    def __init__(self, trace, future):
        self.trace = trace
        self.future = future

    def __await__(self):
        self.trace('asked')
        first = yield from self.future.__await__()
        self.trace('first', first)
        second = yield from asyncio.sleep(0.25, 'slept').__await__()
        self.trace('second', second)
        return first + 1


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.5, future.set_result, 20)
    trace('got', await Twice(trace, future))
    trace('got', await Twice(trace, future))
