# Generators that iterate over generators pass values and errors through.
import asyncio


async def main(trace):
    async def numbers(n):
        try:
            for i in range(n):
                await asyncio.sleep(0.1)
                yield i
        finally:
            trace('numbers', n, 'end')

    async def squares(n):
        async for i in numbers(n):
            yield i * i
        trace('squares end')

    async def flat(n):
        for i in range(n):
            async for square in squares(i):
                yield [i, square]

    trace('all', [pair async for pair in flat(4)])
