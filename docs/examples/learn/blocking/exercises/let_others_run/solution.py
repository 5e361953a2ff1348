import asyncio


async def work():
    total = 0
    for step in range(1, 5):
        for number in range(1000):
            total += number
        print(f'step {step} of 4')
        await asyncio.sleep(0)  # the others have their turn
    return total


async def progress():
    for _ in range(4):
        print('  the page is drawn')
        await asyncio.sleep(0)


async def main():
    total, _ = await asyncio.gather(work(), progress())
    print(f'sum {total}')


asyncio.run(main())
