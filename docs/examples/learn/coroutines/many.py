import asyncio

waiting = 0
most = 0


async def client():
    global waiting, most
    waiting += 1
    most = max(most, waiting)
    await asyncio.sleep(1)
    waiting -= 1


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    await asyncio.gather(*[client() for _ in range(1000)])
    print(f'{most} waited at the same time')
    print(f'all done after {loop.time() - started:.1f} s')


asyncio.run(main())
