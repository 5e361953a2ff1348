# A generator whose clean-up fails when run closes it is reported; the others are closed all the same.
import asyncio


kept = []


async def main(trace):
    async def opens(name, error):
        try:
            yield name
        finally:
            trace(name, 'cleans up')
            await asyncio.sleep(0.25)
            if error is not None:
                raise error

    kept.extend([opens('good', None), opens('bad', ValueError('in the clean-up')), opens('last', None)])
    for generator in kept:
        trace('first', await anext(generator))
    trace('main ends')
