# A chain of three hundred awaits is resumed, and an error passes up through it.
import asyncio


async def main(trace):
    async def level(depth):
        if depth == 0:
            await asyncio.sleep(0.5)
            trace('at the bottom')
            await asyncio.sleep(0.5)
            raise ValueError('from the bottom')
        try:
            return await level(depth - 1)
        finally:
            if depth % 100 == 0:
                trace('passed', depth)

    try:
        await level(300)
    except ValueError as error:
        trace('caught', error)
