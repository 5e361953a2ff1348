"""A waiting coroutine is a small object, not a thread. Ten thousand are no trouble."""

import asyncio
import tracemalloc

COUNT = 10_000


async def sleeper():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    tracemalloc.start()

    tasks = [asyncio.create_task(sleeper()) for _ in range(COUNT)]
    await asyncio.sleep(0.5)  # by now all of them have started and sleep
    each = tracemalloc.get_traced_memory()[0] / COUNT
    waiting = len(asyncio.all_tasks()) - 1  # all but main itself
    print(f'{waiting} coroutines sleep at once, {each / 1000:.1f} kB each')

    for task in tasks:
        await task
    print(f'{COUNT} seconds of sleep took {loop.time() - started:.1f} s')


asyncio.run(main())
