# An error of the generator reaches who iterates, and ends the generator.
import asyncio


async def main(trace):
    async def failing():
        yield 1
        await asyncio.sleep(0.25)
        raise ValueError('broken')

    generator = failing()
    try:
        async for value in generator:
            trace('value', value)
    except ValueError as error:
        trace('caught', error)
    trace('over', await anext(generator, 'default'))

    async def stops():
        yield 1
        raise StopAsyncIteration

    generator = stops()
    await anext(generator)
    try:
        await anext(generator)
    except RuntimeError as error:
        trace('caught', error, type(error.__cause__).__name__)

    async def iterates():
        yield 1
        raise StopIteration

    generator = iterates()
    await anext(generator)
    try:
        await anext(generator)
    except RuntimeError as error:
        trace('caught', error, type(error.__cause__).__name__)
