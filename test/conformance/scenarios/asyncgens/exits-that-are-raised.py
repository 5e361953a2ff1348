# A GeneratorExit that an awaited coroutine or generator raises is an exception like others to who awaits it.
import asyncio


async def main(trace):
    async def exits():
        await asyncio.sleep(0)
        raise GeneratorExit('raised')

    async def between():
        try:
            await exits()
        finally:
            trace('between')

    async def close(generator):
        trace('first', await asyncio.wait_for(generator.__anext__(), 0.5))
        return await generator.aclose()

    async def ticks():
        try:
            yield 'tick'
            await asyncio.sleep(1)
            yield 'tack'
        finally:
            trace('over')

    async def outside(generator):
        return await close(generator)

    trace('closed', await close(ticks()))
    trace('closed further out', await outside(ticks()))
    for coroutine in (exits(), between()):
        try:
            await coroutine
        except GeneratorExit as error:
            trace('caught', error)
            await asyncio.sleep(0)
            trace('goes on')
