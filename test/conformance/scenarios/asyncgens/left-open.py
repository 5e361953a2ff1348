# run closes the generators that are left open, when all tasks have ended.
import asyncio


async def main(trace):
    async def work(name, fails):
        try:
            yield name
            yield 'never'
        finally:
            trace(name, 'cleans up')
            await asyncio.sleep(0)
            trace(name, 'is clean')
            if fails:
                raise ValueError(name)

    async def leftover():
        try:
            await asyncio.sleep(5)
        finally:
            trace('the task ends first')

    kept.extend([work('a', False), work('b', True), work('c', False)])
    for generator in kept:
        trace('first', await anext(generator))
    await kept[2].aclose()
    task = asyncio.create_task(leftover())
    await asyncio.sleep(0)
    trace('main ends', task.done())


kept = []
