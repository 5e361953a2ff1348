import asyncio

seats = ['1A', '1B', '1C']
lock = asyncio.Lock()


async def reserve(name):
    async with lock:
        if not seats:
            print(f'{name}: sold out')
            return
        seat = seats[0]
        await asyncio.sleep(0.5)  # the payment
        seats.remove(seat)
        print(f'{name}: {seat}')


async def main():
    await asyncio.gather(*[reserve(name) for name in ('Ada', 'Grace', 'Linus', 'Guido')])


asyncio.run(main())
