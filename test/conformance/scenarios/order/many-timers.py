# A thousand timers, of which a third is cancelled, run by deadline and creation.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    seen = []
    state = 12345
    timers = []
    for number in range(1000):
        state = (state * 1103 + 12345) % 65536
        timers.append(loop.call_later(state % 97 / 128, seen.append, number))
    for timer in timers[::3]:
        timer.cancel()
    await asyncio.sleep(0.25)
    trace('a quarter', len(seen))
    for timer in timers[1::2]:
        timer.cancel()
    await asyncio.sleep(1)
    digest = 0
    for value in seen:
        digest = (digest * 31 + value) % 1000003
    trace('digest', digest, len(seen))
