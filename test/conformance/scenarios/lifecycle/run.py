# run makes a loop, runs the coroutine, gives its result or exception and closes the loop.
import asyncio


def program(trace, new_loop):
    loops = []

    def factory():
        loops.append(new_loop())
        return loops[-1]

    async def good():
        trace('running', asyncio.get_running_loop() is loops[-1], loops[-1].is_running())
        await asyncio.sleep(0.5)
        return 'good'

    async def bad():
        await asyncio.sleep(0.25)
        raise ValueError('bad')

    trace('result', asyncio.run(good(), loop_factory=factory))
    try:
        asyncio.run(bad(), loop_factory=factory)
    except ValueError as error:
        trace('raised', error)
    trace('loops', [loop.is_closed() for loop in loops], [loop.is_running() for loop in loops])
