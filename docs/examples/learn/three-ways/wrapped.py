import asyncio


async def double(number):
    await asyncio.sleep(1)
    return 2 * number


async def main():
    four, six = await asyncio.gather(double(2), double(3))
    print(f'{four} and {six}')


asyncio.run(main())
