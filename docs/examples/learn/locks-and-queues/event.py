"""An event is a flag that many can wait for. Once it's set, nobody waits any more."""

import asyncio


async def runner(name, start):
    print(f'{name} is ready')
    await start.wait()
    print(f'{name} runs')


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(runner('Ada', start))
        group.create_task(runner('Grace', start))
        await asyncio.sleep(1)
        print('go!')
        start.set()
    await runner('Late Linus', start)


asyncio.run(main())
