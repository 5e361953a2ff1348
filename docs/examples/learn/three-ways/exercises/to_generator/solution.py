import asyncio
import types


@types.coroutine
def fetch_price(item):
    yield from asyncio.sleep(1)
    return len(item)


@types.coroutine
def both():
    tea = yield from fetch_price('tea')
    coffee = yield from fetch_price('coffee')
    print(f'together {tea + coffee}')


async def main():
    await both()


asyncio.run(main())
