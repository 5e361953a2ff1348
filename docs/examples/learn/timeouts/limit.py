"""Within the scope it's a cancellation; outside it's a TimeoutError."""

import asyncio


async def download():
    try:
        print('download starts')
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print('download is stopped')
        raise


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    try:
        async with asyncio.timeout(1):
            await download()
            print('this line is never reached')
    except TimeoutError:
        print(f'too slow: given up after {loop.time() - started:.1f} s')


asyncio.run(main())
