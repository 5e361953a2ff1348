"""inspect tells what kind of function you hold, without calling it."""

import inspect


def plain():
    return 1


def generator():
    yield 1


async def coroutine():
    return 1


async def async_generator():
    yield 1


print('                 iscoroutinefunction  isasyncgenfunction')
for function in (plain, generator, coroutine, async_generator):
    is_coroutine = str(inspect.iscoroutinefunction(function))
    is_async_generator = str(inspect.isasyncgenfunction(function))
    print(f'{function.__name__:16} {is_coroutine:20} {is_async_generator}')
