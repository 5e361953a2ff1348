# A generator that has not begun takes nothing but None; athrow ends it before its body runs.
async def main(trace):
    async def echo():
        trace('begins')
        got = yield 'first'
        while got is not None:
            got = yield got
        trace('ends')

    generator = echo()
    try:
        await generator.asend('too early')
    except TypeError as error:
        trace('refused', error)
    trace('begun', await generator.asend(None))
    trace('sent', await generator.asend('hello'), await generator.asend([1]))
    try:
        await generator.asend(None)
    except StopAsyncIteration as error:
        trace('over', error)
    for ask in (lambda: generator.asend('late'), generator.__anext__, lambda: generator.athrow(ValueError('late'))):
        try:
            trace('gave', await ask())
        except (StopAsyncIteration, ValueError) as error:
            trace('still over', error)
    unbegun = echo()
    try:
        await unbegun.athrow(ValueError('early'))
    except ValueError as error:
        trace('thrown', error)
    trace('over', await anext(unbegun, 'nothing'))
