# The coroutines given to gather run in copies of the context of the call.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default=0)

    async def add(number):
        before = var.get()
        var.set(before + number)
        await asyncio.sleep(number / 4)
        return [before, var.get()]

    var.set(10)
    future = asyncio.gather(add(1), add(2), add(3))
    var.set(20)
    trace('results', await future, var.get())
