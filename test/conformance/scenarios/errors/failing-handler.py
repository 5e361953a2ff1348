# An exception handler that fails is reported together with what it was told.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        trace('handler', context['message'])
        raise KeyError('in the handler')

    def bad():
        raise ValueError('bad')

    loop.set_exception_handler(handler)
    loop.call_exception_handler({'message': 'by hand', 'number': 1})
    trace('goes on')
