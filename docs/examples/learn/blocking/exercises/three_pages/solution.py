import asyncio


async def fetch_page(name, seconds):
    await asyncio.sleep(seconds)
    return f'page {name}'


async def main():
    pages = await asyncio.gather(
        fetch_page('news', 3),
        fetch_page('weather', 2),
        fetch_page('sports', 1),
    )
    print(', '.join(pages))


asyncio.run(main())
