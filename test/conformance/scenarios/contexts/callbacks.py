# A callback runs in a copy of the context in which it was scheduled.
import asyncio
import contextvars


async def main(trace):
    loop = asyncio.get_running_loop()
    var = contextvars.ContextVar('var', default='default')

    def callback(name):
        trace(name, var.get())
        var.set(f'changed by {name}')

    var.set('one')
    loop.call_soon(callback, 'soon')
    loop.call_later(0.25, callback, 'later')
    loop.call_at(0.5, callback, 'at')
    loop.call_soon_threadsafe(callback, 'threadsafe')
    var.set('two')
    loop.call_soon(callback, 'soon again')
    await asyncio.sleep(1)
    trace('main', var.get())
