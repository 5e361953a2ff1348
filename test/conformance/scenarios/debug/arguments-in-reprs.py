# The arguments of a callback are shown in debug mode only, for they may be secrets.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def callback(*args):
        if 'fail' in args:
            raise ValueError('bad')

    for debug in (True, False):
        loop.set_debug(debug)
        handle = loop.call_soon(callback, 'secret', 42, [1, 2], None)
        timer = loop.call_later(0.25, callback, 'x' * 60)
        failing = loop.call_soon(callback, 'fail', {'key': 'value'})
        trace('handle', handle)
        trace('timer', timer)
        trace('failing', failing)
        handle.cancel()
        trace('cancelled', handle)
        await asyncio.sleep(0.5)
    loop.set_debug(False)
