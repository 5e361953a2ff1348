# athrow raises at the place of the last yield; the generator may go on or let the error out.
import asyncio


async def main(trace):
    async def patient():
        number = 0
        while True:
            try:
                yield number
            except ValueError as error:
                trace('catches', error)
                await asyncio.sleep(0.25)
            number += 1

    generator = patient()
    trace('first', await anext(generator))
    trace('thrown', await generator.athrow(ValueError('v')))
    trace('class', await generator.athrow(ValueError))
    try:
        await generator.athrow(KeyError('k'))
    except KeyError as error:
        trace('let out', error)
    try:
        await anext(generator)
    except StopAsyncIteration as error:
        trace('over', error)
    fresh = patient()
    try:
        await fresh.athrow(KeyError('unbegun'))
    except KeyError as error:
        trace('let out', error)
    trace('fresh is over', await anext(fresh, 'default'))
