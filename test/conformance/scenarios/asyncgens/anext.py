# anext gives the next value, its default at the end, else StopAsyncIteration.
import asyncio


async def main(trace):
    async def two():
        yield 'one'
        await asyncio.sleep(0.5)
        yield 'two'

    generator = two()
    trace('itself', aiter(generator) is generator)
    trace(await anext(generator))
    trace(await anext(generator, 'default'))
    trace(await anext(generator, 'default'))
    trace(await anext(generator, None))
    try:
        await anext(generator)
    except StopAsyncIteration as error:
        trace('over', error)

    class Countdown:
        def __init__(self, start):
            self.left = start

        def __aiter__(self):
            return self

        async def __anext__(self):
            if self.left == 0:
                raise StopAsyncIteration
            await asyncio.sleep(0.25)
            self.left -= 1
            return self.left

    async for number in Countdown(3):
        trace('number', number)
    iterator = aiter(Countdown(1))
    trace(await anext(iterator), await anext(iterator, 'lift off'))
    for wrong in (42, two):
        try:
            aiter(wrong)
        except TypeError as error:
            trace('refused', error)
