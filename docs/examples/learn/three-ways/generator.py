import asyncio
import types


@types.coroutine
def double(number):
    yield from asyncio.sleep(1)
    return 2 * number


@types.coroutine
def both():
    four, six = yield from asyncio.gather(to_coroutine(2), to_coroutine(3))
    print(f'{four} and {six}')


# Since Python 3.12 only an `async def` makes what gather() and run() take.
async def to_coroutine(number):
    return await double(number)


async def main():
    await both()


asyncio.run(main())
