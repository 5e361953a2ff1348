"""cancel() raises CancelledError at the await where the task waits."""

import asyncio


async def tick():
    count = 0
    try:
        while True:
            await asyncio.sleep(1)
            count += 1
            print(f'tick {count}')
    except asyncio.CancelledError:
        print('somebody wants me to stop')
        raise
    finally:
        print('the clock is put away')


async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(2.5)
    task.cancel()
    print('cancel() has returned')
    try:
        await task
    except asyncio.CancelledError:
        print('the task has ended')


asyncio.run(main())
