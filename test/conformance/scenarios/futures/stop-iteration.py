# A StopIteration can't be a future's exception: it becomes a RuntimeError.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(StopIteration('stop'))
    try:
        await future
    except RuntimeError as error:
        trace('caught', error, error.__cause__)
    trace('exception', future.exception())
