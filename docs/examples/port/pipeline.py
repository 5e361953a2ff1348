"""Sensors, a rate limiter, a store: a pipeline that leaves nothing behind, however it ends."""

import asyncio


class RateLimiter:
    """Lets somebody pass every `interval` seconds."""

    def __init__(self, interval):
        self.interval = interval
        self.next = 0.0

    async def __aenter__(self):
        now = asyncio.get_running_loop().time()
        turn = max(now, self.next)
        self.next = turn + self.interval
        await asyncio.sleep(turn - now)

    async def __aexit__(self, exc_type, exc, tb):
        return None


async def readings(texts):
    for text in texts:
        await asyncio.sleep(0.1)
        yield float(text)


async def sensor(name, texts, limiter, queue):
    try:
        async for value in readings(texts):
            async with limiter:
                await queue.put((name, value))
    except asyncio.CancelledError:
        print(f'  {name} is cancelled')
        raise
    print(f'  {name} is done')


async def store(queue, rows):
    try:
        while True:
            name, value = await queue.get()
            await asyncio.sleep(0.05)
            rows.append(f'{name}={value:.1f}')
    except asyncio.QueueShutDown:
        print('  the store is done')
    finally:
        print(f'  stored: {" ".join(rows)}')


async def pipeline(sensors):
    limiter = RateLimiter(0.2)
    queue = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as outer:
        outer.create_task(store(queue, []))
        async with asyncio.TaskGroup() as inner:
            for name, texts in sensors.items():
                inner.create_task(sensor(name, texts, limiter, queue))
        queue.shutdown()


async def attempt(title, sensors, seconds):
    print(title)
    try:
        async with asyncio.timeout(seconds):
            await pipeline(sensors)
    except* ValueError as group:
        # A group of the outer task group, in it one of the inner.
        print(f'  {group!r}')
    except* TimeoutError:
        print(f'  out of time after {seconds} s')


async def main():
    await attempt('all is well', {'a': ['1', '2'], 'b': ['3']}, 5)
    await attempt('a sensor is broken', {'a': ['1', '2', '3'], 'b': ['4', 'n/a']}, 5)
    await attempt('too slow', {'a': ['1'] * 100}, 1)
    print(f'tasks left: {len(asyncio.all_tasks()) - 1}')


asyncio.run(main())
