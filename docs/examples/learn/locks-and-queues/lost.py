"""One thread, and a race: between reading and writing others had a turn."""

import asyncio

stock = 10


async def sell(amount):
    global stock
    before = stock
    await asyncio.sleep(0.1)  # the database answers
    stock = before - amount


async def sell_safely(lock, amount):
    async with lock:
        await sell(amount)


async def main():
    global stock
    await asyncio.gather(sell(1), sell(2), sell(3))
    print(f'without a lock: {stock} are left')

    stock = 10
    lock = asyncio.Lock()
    await asyncio.gather(*[sell_safely(lock, amount) for amount in (1, 2, 3)])
    print(f'with a lock: {stock} are left')


asyncio.run(main())
