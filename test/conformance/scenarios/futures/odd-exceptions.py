# A future carries any exception as it is: a CancelledError that was set is no cancellation.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    exceptions = [
        asyncio.CancelledError('set'),
        asyncio.CancelledError,
        ExceptionGroup('group', [ValueError(1)]),
        StopAsyncIteration('stop'),
        GeneratorExit('exit'),
        TimeoutError('late'),
    ]
    for exception in exceptions:
        future = loop.create_future()
        future.set_exception(exception)
        trace('state', future, future.done(), future.cancelled())
        try:
            await future
        except BaseException as error:
            trace('raised', error, error is future.exception())
