# aclose raises GeneratorExit at the place of the last yield, and waits for the clean-up.
import asyncio


async def main(trace):
    async def work(name):
        try:
            yield 1
            yield 2
        except GeneratorExit as error:
            trace(name, 'is told', error)
            raise
        finally:
            trace(name, 'cleans up')
            await asyncio.sleep(0.5)
            trace(name, 'is clean')

    generator = work('begun')
    await anext(generator)
    trace('close', await generator.aclose())
    trace('again', await generator.aclose())
    trace('over', await anext(generator, 'nothing'))
    unbegun = work('unbegun')
    trace('close', await unbegun.aclose())
    trace('over', await anext(unbegun, 'nothing'))
    ended = work('ended')
    async for value in ended:
        trace('value', value)
    trace('close', await ended.aclose())
