import asyncio


async def work(name):
    print(f'  {name} starts')
    await asyncio.sleep(1)
    print(f'  {name} ends')


async def main():
    first = asyncio.create_task(work('first'))
    print('the first task is made')
    second = asyncio.create_task(work('second'))
    print('the second task is made')
    await asyncio.sleep(0)
    print('main gave up one turn')
    await first
    await second


asyncio.run(main())
