# An awaitable that yields what isn't a future of this loop raises in the task, which may go on.
import asyncio
import re


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


class Marked:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.loop = loop

    def get_loop(self):
        return self.loop

    def __repr__(self):
        return '<Marked>'


def program(trace, new_loop):
    other = new_loop()
    loop = new_loop()

    def numbers():
        yield 1

    async def main():
        asyncio.current_task().set_name('T')
        for strange in (Marked(loop), Marked(other), other.create_future(), numbers(), 42, [None]):
            try:
                await Yields(strange)
                trace('went well')
            except RuntimeError as error:
                trace('told', re.sub('<.*>', '<…>', str(error)))
        trace('none', await Yields(None))

    loop.run_until_complete(main())
    loop.close()
    other.close()
