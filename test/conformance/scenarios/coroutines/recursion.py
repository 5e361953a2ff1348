# Coroutines call themselves and each other.
import asyncio


async def main(trace):
    async def even(n):
        return True if n == 0 else await odd(n - 1)

    async def odd(n):
        return False if n == 0 else await even(n - 1)

    async def fibonacci(n):
        if n < 2:
            return n
        await asyncio.sleep(0)
        a, b = await asyncio.gather(fibonacci(n - 1), fibonacci(n - 2))
        return a + b

    trace('even', await even(10), await even(7))
    trace('fibonacci', await fibonacci(9))
