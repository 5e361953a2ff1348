# A manager within a generator is left when the generator ends, fails or is closed.
import asyncio


class Resource:
    def __init__(self, trace):
        self.trace = trace

    async def __aenter__(self):
        await asyncio.sleep(0.25)
        self.trace('opened')
        return self

    async def __aexit__(self, kind, error, traceback):
        self.trace('closing', type(error).__name__)
        await asyncio.sleep(0.25)
        self.trace('closed')


async def main(trace):
    async def lines(count):
        async with Resource(trace):
            for i in range(count):
                yield i

    async for line in lines(2):
        trace('line', line)
    generator = lines(3)
    trace('first', await anext(generator))
    await generator.aclose()
    generator = lines(3)
    trace('first', await anext(generator))
    try:
        await generator.athrow(ValueError('bad'))
    except ValueError as error:
        trace('raised', error)
    generator = lines(3)
    async for line in generator:
        if line == 1:
            break
    trace('left open')
    await generator.aclose()
