import asyncio

counter = 0


async def without_await():
    global counter
    seen = counter
    counter = seen + 1


async def with_await():
    global counter
    seen = counter
    await asyncio.sleep(0)  # here others run
    counter = seen + 1


async def main():
    global counter
    for add in [without_await, with_await]:
        counter = 0
        await asyncio.gather(*[add() for _ in range(100)])
        print(f'100 coroutines added one each: {counter}')


asyncio.run(main())
