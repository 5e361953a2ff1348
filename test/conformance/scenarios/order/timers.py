# Timers run by deadline, whatever the order of their creation.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for delay in (0.75, 0.25, 1.5, 0.5, 0.125):
        loop.call_later(delay, trace, 'after', delay)
    for when in (0.625, 0.375):
        loop.call_at(start + when, trace, 'at', when)
    await asyncio.sleep(1)
    trace('woke')
    await asyncio.sleep(1)
