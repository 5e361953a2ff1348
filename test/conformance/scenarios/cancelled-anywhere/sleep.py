# Cancelled at every turn: sleeps, one after another, and a turn that is given up.
import asyncio


def setup(trace):
    async def inner():
        try:
            await asyncio.sleep(0)
            trace('inner sleeps')
            return await asyncio.sleep(1, 'slept')
        finally:
            trace('inner ends')

    async def victim():
        trace('begins')
        trace('inner', await inner())
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError as error:
            trace('caught', error)
            await asyncio.sleep(1)
            return 'stubborn'
        return 'whole'

    async def others():
        await asyncio.sleep(2)

    async def afterwards():
        trace('afterwards', await asyncio.sleep(1, 'still'))

    return victim, others, afterwards
