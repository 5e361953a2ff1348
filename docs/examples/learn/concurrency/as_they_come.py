import asyncio


async def fetch_page(name, delay):
    await asyncio.sleep(delay)
    return f'{name} after {delay} s'


async def main():
    pages = [fetch_page('slow', 3), fetch_page('fast', 1), fetch_page('medium', 2)]
    async for page in asyncio.as_completed(pages):
        print(await page)


asyncio.run(main())
