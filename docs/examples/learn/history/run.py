import asyncio


async def double(number):
    print(f'double({number})')
    await asyncio.sleep(1)
    return 2 * number


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    tasks = [asyncio.create_task(double(2)), asyncio.create_task(double(4))]
    print(f'results {await tasks[0]} and {await tasks[1]}')
    print(f'after {loop.time() - started:.1f} s')


asyncio.run(main())
