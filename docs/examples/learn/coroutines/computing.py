import asyncio


def count_primes(start, stop):
    count = 0
    for number in range(max(start, 2), stop):
        divisor = 2
        while divisor * divisor <= number and number % divisor:
            divisor += 1
        if divisor * divisor > number:
            count += 1
    return count


async def part(start, stop):
    print(f'from {start}')
    count = count_primes(start, stop)
    print(f'  {count} primes below {stop}')


async def main():
    await asyncio.gather(part(0, 1000), part(1000, 2000), part(2000, 3000))


asyncio.run(main())
