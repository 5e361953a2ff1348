import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print(f'hello {name}')


async def main():
    await asyncio.gather(greet('Ada'), greet('Grace'))
    print('everybody is greeted')


asyncio.run(main())
