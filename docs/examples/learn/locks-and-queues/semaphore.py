"""A semaphore lets a number of tasks in. The others wait in turn."""

import asyncio


async def download(limit, name):
    async with limit:
        print(f'{name} begins')
        await asyncio.sleep(1)
        print(f'{name} ends')


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    limit = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for name in 'abcde':
            group.create_task(download(limit, name))
    print(f'{loop.time() - started:.1f} s')


asyncio.run(main())
