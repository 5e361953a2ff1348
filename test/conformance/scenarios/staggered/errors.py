# Errors of the race itself: of the iterable, of functions that make no coroutine, of wrong arguments.
import asyncio


async def main(trace):
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

    async def attempt(label, *args, **kwargs):
        try:
            trace(label, await staggered_race(*args, **kwargs))
        except Exception as error:
            trace(label, error)

    def failing():
        yield racer('a', 1, True)
        raise KeyError('iterable')

    await attempt('iterable', failing(), 1)
    await attempt('no coroutine', [lambda: 5, racer('a', 0)], 1)
    await attempt('number', 5, 1)
    await attempt('missing', [])
    await attempt('unknown', [], 1, delays=2)
    await attempt('wrong delay', [racer('a', 1), racer('b', 1)], 'x')
