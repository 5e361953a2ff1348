import asyncio


async def greet(name, delay):
    await asyncio.sleep(delay)
    print(f'hello {name}')
    return len(name)


async def main():
    ada = asyncio.create_task(greet('Ada', 0.2))
    grace = asyncio.create_task(greet('Grace', 0.1))
    print(await ada + await grace)


asyncio.run(main())
