"""Python 3.7: asyncio.run() makes the loop, runs the coroutine and closes the loop."""

import asyncio


async def func1(x):
    loop = asyncio.get_running_loop()
    started = loop.time()
    print(f'func1({x}) sleeps two seconds')
    await asyncio.sleep(2)
    print(f'func1({x}) is awake after {loop.time() - started:.1f} s')
    return x + 1


result = asyncio.run(func1(1))
print(f'result {result}')
