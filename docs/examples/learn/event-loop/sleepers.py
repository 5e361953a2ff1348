import asyncio


async def sleeper(name, delay, times):
    for turn in range(1, times + 1):
        await asyncio.sleep(delay)
        print(f'{name} {turn}')


async def main():
    quick = asyncio.create_task(sleeper('quick', 1, 4), name='quick')
    slow = asyncio.create_task(sleeper('  slow', 2, 2), name='slow')
    await quick
    await slow


asyncio.run(main())
