import asyncio


async def fetch_page(name, seconds):
    await asyncio.sleep(seconds)  # the network is at work, we aren't
    print(f'  {name} is here')


async def main():
    loop = asyncio.get_running_loop()

    started = loop.time()
    await fetch_page('news', 2)
    await fetch_page('weather', 1)
    print(f'one after the other: {loop.time() - started:.1f} s')

    started = loop.time()
    await asyncio.gather(fetch_page('news', 2), fetch_page('weather', 1))
    print(f'at once: {loop.time() - started:.1f} s')


asyncio.run(main())
