# The default handler logs the message and everything else in the context, sorted.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.default_exception_handler({'message': 'only a message'})
    more = {'message': 'with more', 'zebra': [1], 'apple': 'text', 'future': loop.create_future()}
    loop.default_exception_handler(more)
    loop.default_exception_handler({'message': 'with an exception', 'exception': ValueError('bad')})
    loop.default_exception_handler({'exception': ValueError('no message')})
    loop.default_exception_handler({'message': ''})
    loop.default_exception_handler({})
    trace('end')
