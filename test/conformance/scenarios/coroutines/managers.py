# Managers are entered in order and left in reverse; the value that one gives is what the body gets.
import asyncio


class Manager:
    def __init__(self, trace, name):
        self.trace = trace
        self.name = name

    async def __aenter__(self):
        self.trace('enter', self.name)
        await asyncio.sleep(0.25)
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        self.trace('leave', self.name, kind is None, error)
        await asyncio.sleep(0.25)


async def main(trace):
    async with Manager(trace, 'a') as a, Manager(trace, 'b') as b:
        trace('body', a, b)
        await asyncio.sleep(0.25)
    trace('after')

    async def returns():
        async with Manager(trace, 'c') as c:
            return c

    trace('returned', await returns())
    try:
        async with Manager(trace, 'd'), Manager(trace, 'e'):
            raise ValueError('bad')
    except ValueError as error:
        trace('raised', error)
