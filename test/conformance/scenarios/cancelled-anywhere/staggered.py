# Cancelled at every turn: races with staggered starts.
import asyncio


def setup(trace):
    from asyncio.staggered import staggered_race

    def racer(name, seconds, fails=False):
        async def run():
            trace(name, 'starts')
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError as error:
                trace(name, error)
                raise
            if fails:
                raise ValueError(name)
            return name
        return run

    async def victim():
        trace('won', *await staggered_race([racer('a', 3), racer('b', 1), racer('c', 2)], 1))
        trace('lost', *await staggered_race([racer('d', 1, True), racer('e', 0, True)], None))

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        trace('afterwards', *await staggered_race([racer('f', 0)], 1))

    return victim, others, afterwards
