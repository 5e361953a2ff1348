"""Each cancel() is counted. Whoever takes a cancellation back says so by uncancel()."""

import asyncio


async def ask():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        print(f'requests: {task.cancelling()}')
        print(f'after uncancel(): {task.uncancel()}')
    await asyncio.sleep(1)
    return 'changed my mind'


async def main():
    task = asyncio.create_task(ask())
    await asyncio.sleep(1)
    task.cancel()
    print(await task)


asyncio.run(main())
