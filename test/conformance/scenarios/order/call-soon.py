# Callbacks run first in, first out; what they schedule runs in the next iteration.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def callback(name, depth):
        trace('callback', name, depth)
        if depth > 0:
            loop.call_soon(callback, name, depth - 1)

    for name in 'abc':
        loop.call_soon(callback, name, 2)
    for turn in range(4):
        trace('turn', turn)
        await asyncio.sleep(0)
