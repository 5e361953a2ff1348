# A limit around a loop over an asynchronous generator interrupts the generator where it waits.
import asyncio


async def main(trace):
    async def ticks(name):
        number = 0
        try:
            while True:
                await asyncio.sleep(1)
                number += 1
                yield number
        except asyncio.CancelledError as error:
            trace(name, 'is interrupted', error)
            raise
        finally:
            trace(name, 'is over')

    try:
        async with asyncio.timeout(2.5):
            async for number in ticks('a'):
                trace('tick', number)
    except TimeoutError as error:
        trace('over', error)

    generator = ticks('b')
    for limit in (1.5, 0.5, 2):
        try:
            async with asyncio.timeout(limit):
                trace('next', await anext(generator))
        except TimeoutError as error:
            trace('no next', error)
        except StopAsyncIteration as error:
            trace('no more', error)
