"""A task that is cancelled before it has begun never begins."""

import asyncio


async def work():
    try:
        print('work begins')
        await asyncio.sleep(1)
    finally:
        print('work cleans up')


async def main():
    early = asyncio.create_task(work())
    early.cancel()
    await asyncio.wait([early])
    print(f'early: {"cancelled" if early.cancelled() else "finished"}')

    late = asyncio.create_task(work())
    await late
    print(f'late: cancel() is {"heard" if late.cancel() else "too late"}')


asyncio.run(main())
