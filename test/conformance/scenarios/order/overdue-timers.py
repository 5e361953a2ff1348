# Timers whose time has passed run in the order of their deadlines, though they were made the other way round.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    for when in (1, 0.75, -2, 0.25, 0):
        loop.call_at(when, trace, 'at', when)
    loop.call_later(-0.5, trace, 'half a second ago')
    loop.call_soon(trace, 'soon')
    await asyncio.sleep(0)
    trace('after one turn')
    await asyncio.sleep(0)
    trace('after two turns')
