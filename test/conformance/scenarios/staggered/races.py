# The first that succeeds wins; the next one starts after a while, or when one fails.
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

    trace('first wins', await staggered_race([racer('a', 1), racer('b', 1)], 2))
    trace('second wins', await staggered_race([racer('a', 5), racer('b', 1), racer('c', 1)], 1))
    trace('a failure starts the next', await staggered_race([racer('a', 0, True), racer('b', 1), racer('c', 9)], 5))
    trace('all fail', await staggered_race([racer('a', 1, True), racer('b', 1, True)], 5))
    trace('no delay', await staggered_race([racer('a', 2), racer('b', 1), racer('c', 3)], 0))
    trace('one after another', await staggered_race([racer('a', 3, True), racer('b', 1)], None))
    trace('nobody', await staggered_race([], 1))
    trace('at once', await staggered_race([racer('a', 0), racer('b', 0)], 1))
    trace('keywords', await staggered_race(coro_fns=iter([racer('a', 0)]), delay=1, loop=asyncio.get_running_loop()))
    task = asyncio.create_task(staggered_race([racer('a', 5), racer('b', 5)], 1))
    await asyncio.sleep(2)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('cancelled', error)
