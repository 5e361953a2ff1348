import asyncio


async def poll(turn):
    await asyncio.sleep(1)
    if turn % 2 == 1:
        raise OSError('no network')
    print(f'turn {turn}: news')


async def watch():
    for turn in range(1, 11):
        try:
            await poll(turn)
        except Exception as error:
            print(f'turn {turn}: {type(error).__name__}')


async def main():
    task = asyncio.create_task(watch())
    await asyncio.sleep(3.5)
    task.cancel()
    await asyncio.wait([task])
    print('cancelled' if task.cancelled() else 'finished')


asyncio.run(main())
