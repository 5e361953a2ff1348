"""A call makes a coroutine, which does nothing by itself; a task runs it."""

import asyncio
import inspect


async def work(name, turns):
    print(f'  {name} starts')
    for _ in range(turns):
        await asyncio.sleep(0)
    print(f'  {name} ends')
    return name.upper()


async def main():
    first = work('first', 3)
    print(f'work() is a coroutine: {asyncio.iscoroutine(first)}')
    print(f'its function is known: {inspect.iscoroutinefunction(work)}')

    second = asyncio.create_task(work('second', 1))
    print('nothing has started')
    print(await first, await second)

    late = asyncio.create_task(work('late', 1_000_000))
    await asyncio.sleep(0)
    late.cancel()
    [error] = await asyncio.gather(late, return_exceptions=True)
    print(f'late was cancelled: {isinstance(error, asyncio.CancelledError)}')


asyncio.run(main())
