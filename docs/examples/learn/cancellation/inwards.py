"""A cancellation goes to the innermost wait, and comes out through everybody."""

import asyncio


async def download():
    try:
        await asyncio.sleep(60)
    finally:
        print('download: connection closed')


async def install(part):
    try:
        await part
    finally:
        print('install: temporary files removed')


async def update():
    part = asyncio.create_task(download())
    try:
        await install(part)
    finally:
        print('update: lock released')


async def main():
    task = asyncio.create_task(update())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print('cancelled' if task.cancelled() else 'finished')


asyncio.run(main())
