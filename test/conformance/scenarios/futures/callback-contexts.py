# A done callback runs in the context in which it was added, or in the one it was given.
import asyncio
import contextvars


async def main(trace):
    loop = asyncio.get_running_loop()
    var = contextvars.ContextVar('var', default='nothing')
    future = loop.create_future()
    given = contextvars.copy_context()
    given.run(var.set, 'given')

    def callback(f):
        trace('callback', var.get())
        var.set('changed')

    var.set('one')
    future.add_done_callback(callback)
    var.set('two')
    future.add_done_callback(callback)
    future.add_done_callback(callback, context=given)
    var.set('three')
    future.set_result(None)
    await asyncio.sleep(0)
    future.add_done_callback(callback)
    future.add_done_callback(callback, context=given)
    await asyncio.sleep(0)
    trace('here', var.get(), given[var])
