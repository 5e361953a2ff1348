import asyncio


def add_up(stop):
    total = 0
    for number in range(stop):
        total += number
    return total


async def main():
    task = asyncio.create_task(asyncio.to_thread(add_up, 1_000_000))
    turns = 0
    while not task.done():
        turns += 1
        await asyncio.sleep(0.001)
    print(f'the sum is {await task}')
    print(f'meanwhile the loop {"went on" if turns > 0 else "stood still"}')


asyncio.run(main())
