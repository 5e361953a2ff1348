# shutdown_asyncgens closes the open generators at once; one begun afterwards is warned of.
import asyncio


def program(trace, new_loop):
    loop = new_loop()

    async def work(name, delay):
        try:
            yield name
            yield 'never'
        finally:
            trace(name, 'cleans up')
            await asyncio.sleep(delay)
            trace(name, 'is clean')

    async def begin(generator):
        return await anext(generator)

    generators = [work('a', 0.5), work('b', 0.25), work('c', 0)]
    for generator in generators[:2]:
        trace('first', loop.run_until_complete(begin(generator)))
    loop.run_until_complete(loop.shutdown_asyncgens())
    trace('shut down')
    trace('late', loop.run_until_complete(begin(generators[2])))
    loop.run_until_complete(generators[2].aclose())
    loop.close()
