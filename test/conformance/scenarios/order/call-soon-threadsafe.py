# From the loop's own thread call_soon_threadsafe is call_soon.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.call_soon(trace, 'a')
    handle = loop.call_soon_threadsafe(trace, 'b', 1, 2)
    loop.call_soon(trace, 'c')
    await asyncio.sleep(0)
    trace('kind', isinstance(handle, asyncio.Handle))
