import asyncio


async def timer(name, delay):
    await asyncio.sleep(delay)
    print(f'{name} rings')


async def main():
    eggs = asyncio.create_task(timer('eggs', 3))
    toast = asyncio.create_task(timer('toast', 2))
    await eggs
    await toast
    print('breakfast')


asyncio.run(main())
