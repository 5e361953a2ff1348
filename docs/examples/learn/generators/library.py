import asyncio

async def boil(name, seconds):
    print(f'{name} is on')
    await asyncio.sleep(seconds)
    print(f'{name} boils')

async def main():
    await asyncio.gather(boil('tea', 3), boil('coffee', 2))

asyncio.run(main())
