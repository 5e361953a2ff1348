import asyncio


async def fetch_price(item):
    await asyncio.sleep(1)
    return len(item) * 10


async def total():
    bread = await fetch_price('bread')
    butter = await fetch_price('butter')
    return bread + butter


print(f'total {asyncio.run(total())}')
