import asyncio


async def fetch_page(name, delay):
    await asyncio.sleep(delay)
    if name == 'weather':
        raise ValueError('no weather today')
    return f'page {name}'


async def main():
    pages = await asyncio.gather(
        fetch_page('news', 2),
        fetch_page('weather', 1),
        fetch_page('sports', 3),
        return_exceptions=True,
    )
    for page in pages:
        print(page)


asyncio.run(main())
