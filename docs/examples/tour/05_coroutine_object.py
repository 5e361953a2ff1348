"""Calling a coroutine function runs nothing. It makes a coroutine object."""

import asyncio
import inspect


async def func1(x):
    print('now the body of func1 runs')
    return x + 1


coroutine = func1(1)
print(coroutine)
print(inspect.getcoroutinestate(coroutine))

result = asyncio.run(coroutine)
print(f'result {result}')
print(inspect.getcoroutinestate(coroutine))

try:
    asyncio.run(coroutine)
except RuntimeError as error:
    print(f'a second time: {error}')
