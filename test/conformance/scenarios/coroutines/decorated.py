# A function around a coroutine function may look before the coroutine begins and after it ends.
import asyncio


async def main(trace):
    def logged(function):
        async def wrapper(*args):
            trace('before', list(args))
            try:
                return await function(*args)
            except ValueError as error:
                trace('failed', error)
                raise
            finally:
                trace('after')

        return wrapper

    def prepared(function):
        def wrapper(*args):
            trace('called')
            return function(*args)

        return wrapper

    @logged
    @prepared
    async def add(a, b):
        await asyncio.sleep(0.25)
        if b == 0:
            raise ValueError('nothing to add')
        return a + b

    coroutine = add(1, 2)
    trace('made')
    trace('result', await coroutine)
    trace('gathered', await asyncio.gather(add(3, 4), add(5, 0), return_exceptions=True))
