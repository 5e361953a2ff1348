"""A limit of one second can take three: it waits until the work has cleaned up."""

import asyncio


async def session():
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(2)
        print('goodbye is said')


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    try:
        await asyncio.wait_for(session(), 1)
    except TimeoutError:
        print(f'given up after {loop.time() - started:.1f} s')


asyncio.run(main())
