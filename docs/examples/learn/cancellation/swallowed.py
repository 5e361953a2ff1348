"""A handler that catches everything catches the cancellation as well."""

import asyncio


async def poll():
    for turn in range(1, 5):
        try:
            await asyncio.sleep(1)
            if turn == 1:
                raise OSError('the network is down')
            print(f'turn {turn}')
        except BaseException as error:  # it should be "except Exception"
            print(f'turn {turn}: ignored {type(error).__name__}')
    return 'never stopped'


async def main():
    task = asyncio.create_task(poll())
    await asyncio.sleep(2.5)
    task.cancel()
    print(await task)


asyncio.run(main())
