import asyncio


async def boil(name, seconds):
    print(f'{name}: water is on')
    await asyncio.sleep(seconds)
    print(f'{name}: it boils')


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    await asyncio.gather(boil('tea', 3), boil('coffee', 2))
    print(f'both after {loop.time() - started:.1f} s')


asyncio.run(main())
