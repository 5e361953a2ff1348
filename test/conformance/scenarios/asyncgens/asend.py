# asend hands a value to the place of the last yield.
import asyncio


async def main(trace):
    async def echo():
        got = yield 'ready'
        while got != 'stop':
            await asyncio.sleep(0.25)
            got = yield f'echo {got}'
        trace('stopping')

    generator = echo()
    trace('first', await generator.asend(None))
    trace('sent', await generator.asend('a'))
    trace('sent', await generator.asend([1, 2]))
    trace('next', await generator.__anext__())
    try:
        await generator.asend('stop')
    except StopAsyncIteration as error:
        trace('ended', error)
    try:
        await generator.asend('more')
    except StopAsyncIteration as error:
        trace('over', error)
    fresh = echo()
    try:
        await fresh.asend('too early')
    except TypeError as error:
        trace('refused', error)
