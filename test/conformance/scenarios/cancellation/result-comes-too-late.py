# Who sets the result of a future that was cancelled meanwhile gets an error, unless it asks first.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    careless = loop.create_future()
    careful = loop.create_future()

    def set_careless():
        careless.set_result('too late')

    def set_careful():
        trace('cancelled', careful.cancelled())
        if not careful.done():
            careful.set_result('never')

    loop.call_later(0.5, set_careless)
    loop.call_later(0.5, set_careful)
    for future in (careless, careful):
        try:
            async with asyncio.timeout(0.125):
                await future
        except TimeoutError:
            trace('timed out', future.cancelled())
    await asyncio.sleep(0.5)
    trace('end')
