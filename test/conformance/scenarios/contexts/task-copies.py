# A task runs in a copy of the context in which it was made.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')

    async def work(name):
        trace(name, 'begins with', var.get())
        var.set(name)
        await asyncio.sleep(0)
        trace(name, 'still has', var.get())

    var.set('one')
    a = asyncio.create_task(work('a'))
    var.set('two')
    b = asyncio.create_task(work('b'))
    var.set('three')
    await a
    await b
    trace('main has', var.get())
