"""gather() raises at the first failure. The others go on, and nobody waits for them."""

import asyncio


async def part(number, duration):
    await asyncio.sleep(duration)
    if number == 2:
        raise ValueError('part 2 is broken')
    print(f'part {number} is written')


async def main():
    try:
        await asyncio.gather(part(1, 1), part(2, 2), part(3, 3))
    except ValueError as error:
        print(f'failed: {error}')
    print('we remove the folder')
    await asyncio.sleep(2)


asyncio.run(main())
