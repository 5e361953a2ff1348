import asyncio

busy = 0


async def download(name):
    global busy
    busy += 1
    print(f'{name} begins, {busy} at work')
    await asyncio.sleep(1)
    busy -= 1
    if name == 'b':
        raise OSError('b is not there')


async def limited(limit, name):
    async with limit:
        await download(name)


async def main():
    limit = asyncio.Semaphore(2)
    await asyncio.gather(*[limited(limit, name) for name in 'abcdef'], return_exceptions=True)
    print('end')


asyncio.run(main())
