# await refuses what isn't awaitable, and an __await__ that gives no iterator.
class Number:
    def __await__(self):
        return 42


class Again:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return self.coroutine


async def main(trace):
    async def work():
        pass

    coroutine = work()
    for wrong in (42, None, 'text', [1], work, Number(), Again(coroutine)):
        try:
            await wrong
            trace('went well')
        except TypeError as error:
            trace('refused', error)
    coroutine.close()
