# A context that is given is used itself: what runs in it leaves its traces there.
import asyncio
import contextvars


async def main(trace):
    loop = asyncio.get_running_loop()
    var = contextvars.ContextVar('var', default='default')
    shared = contextvars.copy_context()

    def callback(name):
        trace(name, var.get())
        var.set(name)

    async def work(name):
        trace(name, var.get())
        var.set(name)
        await asyncio.sleep(0)
        trace(name, var.get())

    var.set('main')
    loop.call_soon(callback, 'soon', context=shared)
    loop.call_later(0.25, callback, 'later', context=shared)
    handle = loop.call_at(0.5, callback, 'at', context=shared)
    a = asyncio.create_task(work('a'), context=shared)
    b = asyncio.create_task(work('b'), context=shared)
    await asyncio.gather(a, b)
    await asyncio.sleep(1)
    trace('end', shared[var], var.get(), a.get_context() is shared, handle.get_context() is shared)
