"""shield() takes the cancellation upon itself; what it holds goes on."""

import asyncio


async def save():
    await asyncio.sleep(2)
    print('saved')


async def edit():
    saving = asyncio.create_task(save())
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        print('the editor was closed while it saved')
        await saving
        raise


async def main():
    task = asyncio.create_task(edit())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print('cancelled' if task.cancelled() else 'finished')


asyncio.run(main())
