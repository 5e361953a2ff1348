import asyncio

turns = 0


async def bystander():
    global turns
    while True:
        turns += 1
        await asyncio.sleep(0)  # nothing but: let the others run


def add_up(start, stop):
    return sum(range(start, stop))


async def greedy():
    return add_up(0, 100_000)


async def polite():
    total = 0
    for start in range(0, 100_000, 10_000):
        total += add_up(start, start + 10_000)
        await asyncio.sleep(0)
    return total


async def main():
    task = asyncio.create_task(bystander())
    await asyncio.sleep(0)
    before = turns
    print(f'greedy: {await greedy()}, the bystander had {turns - before} turns')
    before = turns
    print(f'polite: {await polite()}, the bystander had {turns - before} turns')
    task.cancel()


asyncio.run(main())
