"""lru_cache would keep the coroutine, which can be awaited only once. Keep the task."""

import asyncio
import functools


def cached(work):
    tasks = {}

    @functools.wraps(work)
    async def wrapper(key):
        if key not in tasks:
            tasks[key] = asyncio.create_task(work(key))
            tasks[key].add_done_callback(lambda done: forget_failure(key, done))
        # Who is cancelled leaves the work to those who wait for it as well.
        return await asyncio.shield(tasks[key])

    def forget_failure(key, done):
        if done.cancelled() or done.exception() is not None:
            del tasks[key]

    return wrapper


@cached
async def price(name):
    print(f'looking up {name}')
    await asyncio.sleep(1)
    return len(name) * 10


async def main():
    print(await asyncio.gather(price('tea'), price('coffee'), price('tea')))
    print(await price('coffee'))


asyncio.run(main())
