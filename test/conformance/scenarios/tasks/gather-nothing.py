# gather without arguments is done at once, with an empty list.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = asyncio.gather()
    trace('done at once', future.done())
    loop.call_soon(trace, 'a handle')
    trace('result', await future)
    trace('again', await future)
