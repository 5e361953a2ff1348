# A future's repr shows its state, its result or exception and its callbacks.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def first(f):
        pass

    def second(f):
        pass

    def third(f):
        pass

    def fourth(f):
        pass

    future = loop.create_future()
    trace('pending', future)
    for callback in (first, second, third, fourth):
        future.add_done_callback(callback)
        trace('callbacks', future)
    future.set_result({'key': ['value', 1, None, True]})
    trace('finished', future)
    failed = loop.create_future()
    failed.set_exception(ValueError('bad', 2))
    trace('failed', failed, failed.exception())
    gone = loop.create_future()
    gone.cancel('message')
    trace('cancelled', gone)
    nested = loop.create_future()
    nested.set_result(future)
    trace('nested', nested)
    own = loop.create_future()
    own.set_result([own])
    trace('recursive', own)

    class Special(asyncio.Future):
        pass

    trace('subclass', Special(loop=loop))
