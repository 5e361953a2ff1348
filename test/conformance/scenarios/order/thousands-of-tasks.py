# Three thousand tasks keep their order through several turns.
import asyncio


async def main(trace):
    seen = []

    async def work(number):
        for turn in range(3):
            seen.append(number * (turn + 1))
            await asyncio.sleep(0)
        return number

    results = await asyncio.gather(*[work(number) for number in range(3000)])
    digest = 0
    for value in seen:
        digest = (digest * 31 + value) % 1000003
    trace('digest', digest, len(seen), sum(results))
