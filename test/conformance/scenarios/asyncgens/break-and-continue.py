# The body of an async for may skip values and leave the loop; what is left stays suspended.
import asyncio


async def main(trace):
    async def count():
        i = 0
        try:
            while True:
                yield i
                i += 1
                await asyncio.sleep(0)
        finally:
            trace('generator cleans up')

    generator = count()
    async for i in generator:
        if i % 2:
            continue
        trace('takes', i)
        if i == 4:
            break
    trace('left', await anext(generator))
    trace('close', await generator.aclose())
    trace('end')
