# An exception handler runs in the context of the handle or task that it is told about.
import asyncio
import contextvars


async def main(trace):
    loop = asyncio.get_running_loop()
    var = contextvars.ContextVar('var', default='default')

    def handler(loop, context):
        trace('handler', context['message'].split(' at ')[0], var.get())
        var.set('set by the handler')

    def bad():
        var.set('set by the callback')
        raise ValueError('bad')

    loop.set_exception_handler(handler)
    var.set('main')
    context = contextvars.copy_context()
    context.run(var.set, 'given')
    loop.call_soon(bad)
    loop.call_soon(bad, context=context)
    var.set('main again')
    await asyncio.sleep(0)
    trace('main', var.get(), context[var])
    loop.call_exception_handler({'message': 'by hand'})
    trace('main', var.get())
