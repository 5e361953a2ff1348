# async for takes any object with __aiter__ and __anext__, and refuses others with CPython's words.
import asyncio


class Countdown:
    def __init__(self, start):
        self.now = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0.25)
        if self.now == 0:
            raise StopAsyncIteration
        self.now -= 1
        return self.now


class NoIterator:
    def __aiter__(self):
        return 42


class NoAwaitable:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 42


async def main(trace):
    async for number in Countdown(2):
        trace('number', number)
    countdown = Countdown(1)
    trace('by hand', await anext(countdown), await anext(countdown, 'over'), aiter(countdown) is countdown)
    for wrong in (42, [1], None, NoIterator(), NoAwaitable()):
        try:
            async for value in wrong:
                trace('never', value)
        except TypeError as error:
            trace('refused', str(error).replace('scenario.', ''))
    for wrong in (42, [1]):
        try:
            aiter(wrong)
        except TypeError as error:
            trace('aiter', error)
        try:
            anext(wrong)
        except TypeError as error:
            trace('anext', error)
