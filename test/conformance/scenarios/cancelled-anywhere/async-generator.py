# Cancelled at every turn: a task that reads asynchronous generators, to the end, in part, and by hand.
import asyncio


def setup(trace):
    generators = []

    async def numbers(name, count):
        try:
            for number in range(count):
                await asyncio.sleep(0)
                yield number
        except asyncio.CancelledError as error:
            trace(name, error)
            raise
        finally:
            await asyncio.sleep(0)
            trace(name, 'cleaned up')

    def make(name, count):
        generator = numbers(name, count)
        generators.append(generator)
        return generator

    async def victim():
        async for number in make('all', 2):
            trace('all', number)
            await asyncio.sleep(0)
        partly = make('partly', 3)
        async for number in partly:
            trace('partly', number)
            if number == 1:
                break
        await partly.aclose()
        by_hand = make('by hand', 2)
        trace('by hand', await by_hand.__anext__())
        try:
            await by_hand.athrow(ValueError('thrown'))
        except ValueError as error:
            trace('by hand', error)

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        for generator in generators:
            await generator.aclose()
        async for number in make('afterwards', 1):
            trace('afterwards', number)

    return victim, others, afterwards
