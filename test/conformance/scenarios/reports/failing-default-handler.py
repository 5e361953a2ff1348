# A default handler of one's own that fails is logged itself.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def default(context):
        trace('default', context['message'])
        raise KeyError('default')

    def custom(loop, context):
        trace('custom', context['message'])
        raise ValueError('custom')

    loop.default_exception_handler = default
    loop.call_exception_handler({'message': 'first'})
    loop.set_exception_handler(custom)
    loop.call_exception_handler({'message': 'second'})
    loop.set_exception_handler(lambda loop, context: loop.default_exception_handler(context))
    try:
        loop.call_exception_handler({'message': 'third'})
    except KeyError as error:
        trace('raised', error)
    trace('end')
