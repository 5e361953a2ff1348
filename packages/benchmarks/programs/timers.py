import asyncio

from bench import bench


async def work(count):
    loop = asyncio.get_running_loop()
    end = loop.create_future()
    fired = 0

    def fire():
        nonlocal fired
        fired += 1
        if fired == count // 2:
            end.set_result(None)

    timers = [loop.call_later(2 + i * 1e-6, fire) for i in range(count)]
    for timer in timers[::2]:
        timer.cancel()
    await end
    return fired * 2


bench(work)
