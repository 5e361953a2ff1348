import asyncio
import types


@types.coroutine
def step(name):
    print(f'{name} begins')
    yield from asyncio.sleep(1)
    return name.upper()


@types.coroutine
def main():
    first = yield from step('first')
    second = yield from step('second')
    print(f'{first} and {second}')


async def run_main():
    await main()


asyncio.run(run_main())
