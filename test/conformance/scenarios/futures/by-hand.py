# The iterator of a future gives the future itself, again and again, until it is done.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    iterator = future.__await__()
    given = next(iterator)
    trace('given', given is future, future._asyncio_future_blocking)
    try:
        next(iterator)
    except RuntimeError as error:
        trace('not taken', error)
    iterator = future.__await__()
    future._asyncio_future_blocking = False
    trace('taken', next(iterator) is future, future._asyncio_future_blocking)
    future._asyncio_future_blocking = False
    trace('early', next(iterator) is future)
    future.set_result('result')
    try:
        next(iterator)
    except StopIteration as error:
        trace('done', error.value)
    try:
        next(future.__await__())
    except StopIteration as error:
        trace('done already', error.value)
