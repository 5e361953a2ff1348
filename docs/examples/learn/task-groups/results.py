"""The block ends when all tasks have ended. Then their results are there."""

import asyncio


async def square(number):
    await asyncio.sleep(number)
    return number * number


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(square(number)) for number in (3, 1, 2)]
        print('the end of the block waits')
    print([task.result() for task in tasks])
    print(f'{loop.time() - started:.1f} s')


asyncio.run(main())
