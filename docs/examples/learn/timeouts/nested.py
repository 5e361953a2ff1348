"""Each scope knows its own cancellation, and lets that of others through."""

import asyncio


async def step(name, duration, limit):
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(duration)
            print(f'{name}: done')
    except TimeoutError:
        print(f'{name}: too slow, we go on without it')
    except asyncio.CancelledError:
        print(f'{name}: somebody else has no more time')
        raise


async def main():
    try:
        async with asyncio.timeout(3):
            await step('fast', duration=0.5, limit=1)
            await step('slow', duration=5, limit=1)
            await step('late', duration=5, limit=10)
    except TimeoutError:
        print('main: the three seconds are over')


asyncio.run(main())
