"""Whose TimeoutError is it? Ask the scope."""

import asyncio


async def connect(delay):
    await asyncio.sleep(delay)
    raise TimeoutError('the operating system has given up')


async def attempt(delay):
    scope = asyncio.timeout(1)
    try:
        async with scope:
            await connect(delay)
    except TimeoutError as error:
        print(f'our limit: {"yes" if scope.expired() else "no"}')
        print(f'  message: {str(error) or "none"}')


async def main():
    await attempt(0.5)
    await attempt(5)


asyncio.run(main())
