# A coroutine can be driven by hand: send resumes it, StopIteration carries its result.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def main(trace):
    async def inner(name):
        got = await Suspend(f'{name} waits')
        trace(name, got)
        return got + 1

    async def outer():
        first = await inner('first')
        second = await inner('second')
        return [first, second]

    coroutine = outer()
    trace('sent', coroutine.send(None))
    trace('sent', coroutine.send(10))
    try:
        coroutine.send(20)
    except StopIteration as error:
        trace('ended', error.value)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        trace('over', error)
