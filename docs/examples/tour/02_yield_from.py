"""Python 3.4: a coroutine is a generator with a decorator, and "yield from" waits."""

import asyncio
import types


@types.coroutine  # Python 3.4: @asyncio.coroutine
def func1(x):
    print(f'func1({x}) sleeps two seconds')
    yield from asyncio.sleep(2)
    print(f'func1({x}) is awake')
    return x + 1


# Python 3.4 needed no such line: get_event_loop() made the first loop by itself.
asyncio.set_event_loop(asyncio.new_event_loop())

loop = asyncio.get_event_loop()
started = loop.time()
result = loop.run_until_complete(func1(1))
print(f'result {result} after {loop.time() - started:.1f} s')
loop.close()
