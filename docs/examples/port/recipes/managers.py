"""contextlib: managers made of a generator, a stack of them, and errors that are let pass."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, suppress


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0.1)
    print(f'{name} opens')
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0.1)
        print(f'{name} closes')


async def main():
    async with connection('a') as a:
        print(f'works with {a}')

    async with AsyncExitStack() as stack:
        stack.callback(print, 'the last thing')
        entered = [await stack.enter_async_context(connection(name)) for name in ['b', 'c']]
        print(f'works with {", ".join(entered)}')

    with suppress(TimeoutError):
        async with asyncio.timeout(1):
            await asyncio.sleep(3600)
    print('goes on')


asyncio.run(main())
