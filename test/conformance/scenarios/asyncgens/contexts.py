# A generator runs in the context of who asks it for the next value.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')

    async def reader():
        while True:
            yield var.get()
            await asyncio.sleep(0)

    generator = reader()

    async def ask(name):
        var.set(name)
        return await anext(generator)

    trace('main', await anext(generator))
    trace('a', await asyncio.create_task(ask('a')))
    trace('b', await asyncio.create_task(ask('b')))
    var.set('main')
    trace('main', await anext(generator))

    async def setter():
        var.set('set by the generator')
        yield

    async for value in setter():
        trace('inside', value, var.get())
    trace('after', var.get())
    await generator.aclose()
