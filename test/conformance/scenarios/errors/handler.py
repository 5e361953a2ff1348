# An exception handler takes the errors instead of the log; None brings the default one back.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def handler(its_loop, context):
        keys = [key for key in sorted(context) if not key.endswith('_traceback')]
        trace('handler', its_loop is loop, keys, context['message'], context.get('exception'))

    def bad():
        raise ValueError('bad')

    trace('at first', loop.get_exception_handler())
    loop.set_exception_handler(handler)
    trace('set', loop.get_exception_handler() is handler)
    loop.call_soon(bad)
    await asyncio.sleep(0)
    loop.call_exception_handler({'message': 'by hand', 'extra': 1})
    loop.set_exception_handler(None)
    loop.call_soon(bad)
    await asyncio.sleep(0)
    for wrong in (42, 'text'):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            trace('refused', error)
