# set_exception takes an exception or a class, and refuses what is neither.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def attempt(exception):
        future = loop.create_future()
        try:
            future.set_exception(exception)
            trace('set', future.exception())
        except TypeError as error:
            trace('refused', error, future.done())

    attempt(ValueError('instance'))
    attempt(ValueError)
    attempt(KeyError('key'))
    attempt('text')
    attempt(42)
    attempt(None)
