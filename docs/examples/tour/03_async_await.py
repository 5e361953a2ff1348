"""Python 3.5: "async def" replaces the decorator, "await" replaces "yield from"."""

import asyncio


async def func1(x):
    print(f'func1({x}) sleeps two seconds')
    await asyncio.sleep(2)
    print(f'func1({x}) is awake')
    return x + 1


# Python 3.5 needed no such line: get_event_loop() made the first loop by itself.
asyncio.set_event_loop(asyncio.new_event_loop())

loop = asyncio.get_event_loop()
started = loop.time()
result = loop.run_until_complete(func1(1))
print(f'result {result} after {loop.time() - started:.1f} s')
loop.close()
