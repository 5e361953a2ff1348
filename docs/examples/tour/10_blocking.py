"""Only an await lets others run. A computation without one holds everybody up."""

import asyncio

turns = 0


async def bystander():
    global turns
    while True:
        turns += 1
        await asyncio.sleep(0)  # nothing but: let the others run


def count_primes(start, stop):
    count = 0
    for number in range(max(start, 2), stop):
        divisor = 2
        while divisor * divisor <= number and number % divisor:
            divisor += 1
        count += divisor * divisor > number
    return count


async def greedy():
    return count_primes(0, 100_000)


async def polite():
    count = 0
    for start in range(0, 100_000, 10_000):
        count += count_primes(start, start + 10_000)
        await asyncio.sleep(0)
    return count


async def main():
    task = asyncio.create_task(bystander())
    for compute in (greedy, polite):
        before = turns
        primes = await compute()
        print(f'{compute.__name__}: {primes} primes, the bystander had {turns - before} turns')
    task.cancel()


asyncio.run(main())
