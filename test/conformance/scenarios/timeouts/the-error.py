# The error at the end of the time: Python's own `TimeoutError`, caused by the cancellation.
import asyncio


async def main(trace):
    def show(label, error):
        cause = error.__cause__
        trace(label, error, str(error), list(error.args), isinstance(error, OSError), error.errno)
        trace('cause', cause, error.__context__ is cause, error.__suppress_context__)

    trace('one class', asyncio.TimeoutError is TimeoutError, asyncio.TimeoutError.__name__)
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError as error:
        show('timeout', error)
    try:
        await asyncio.wait_for(asyncio.sleep(2), 1)
    except TimeoutError as error:
        show('wait_for', error)
    try:
        for one in asyncio.as_completed([asyncio.get_running_loop().create_future()], timeout=1):
            await one
    except TimeoutError as error:
        show('as_completed', error)
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(2):
                await asyncio.sleep(3)
    except TimeoutError as error:
        show('outer', error)
