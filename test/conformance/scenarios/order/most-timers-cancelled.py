# Of many timers most are cancelled: the others keep their order.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    ran = []
    timers = [loop.call_later((i * 37 % 300) / 8 + 1, ran.append, i) for i in range(300)]
    for i, timer in enumerate(timers):
        if i % 10:
            timer.cancel()
    await asyncio.sleep(10)
    trace('so far', ran)
    for i in (0, 50, 100, 150):
        timers[i].cancel()
    late = [loop.call_later(0.5, ran.append, 'late'), loop.call_later(0.25, ran.append, 'earlier')]
    late[0].cancel()
    await asyncio.sleep(50)
    trace('all', ran, len(ran))
