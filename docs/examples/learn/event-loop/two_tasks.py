import asyncio


async def work(name, steps):
    for step in range(1, steps + 1):
        print(f'{name} {step}')
        await asyncio.sleep(0)


async def main():
    a = asyncio.create_task(work('A', 2), name='A')
    b = asyncio.create_task(work('  B', 3), name='B')
    print('main waits')
    await a
    print('main has A')
    await b
    print('main has B')


asyncio.run(main())
