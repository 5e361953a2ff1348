# A coroutine that is awaited shares the context of who awaits it.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default=0)

    async def deeper(depth):
        var.set(var.get() + 1)
        if depth > 0:
            await asyncio.sleep(0)
            await deeper(depth - 1)
        return var.get()

    trace('inline', await deeper(3), var.get())
    trace('task', await asyncio.create_task(deeper(3)), var.get())
    trace('inline', await deeper(0), var.get())
