# What a generator's methods return can be driven by hand, as a coroutine can.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def main(trace):
    async def letters():
        trace('resumed with', await Suspend('waits'))
        got = yield 'a'
        trace('got', got)
        yield 'b'

    def step(label, move, *args):
        try:
            trace(label, move(*args))
        except (StopIteration, StopAsyncIteration, GeneratorExit, RuntimeError) as error:
            trace(label, 'raises', error)

    generator = letters()
    first = generator.__anext__()
    step('first', first.send, None)
    step('first', first.send, 'value')
    step('first', first.send, None)
    second = generator.asend('sent')
    step('second', second.send, None)
    closing = generator.aclose()
    step('closing', closing.send, None)
    late = generator.__anext__()
    step('late', late.send, None)
    unused = generator.__anext__()
    step('closed', unused.close)
    step('unused', unused.send, None)
