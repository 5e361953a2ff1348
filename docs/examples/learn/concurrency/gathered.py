import asyncio


async def fetch_page(name, delay):
    await asyncio.sleep(delay)
    print(f'  {name} arrives')
    if name == 'broken':
        raise ValueError('no such page')
    return name.upper()


async def main():
    pages = await asyncio.gather(fetch_page('slow', 3), fetch_page('fast', 1))
    print(', '.join(pages))

    slow = asyncio.create_task(fetch_page('slow', 3))
    try:
        await asyncio.gather(slow, fetch_page('broken', 1))
    except ValueError as error:
        print(f'caught: {error}')
    print(f'and slow goes on: {await slow}')


asyncio.run(main())
