# wait_for awaits a coroutine in the context of the caller, and a task in its own.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')

    async def sets(value):
        before = var.get()
        var.set(value)
        await asyncio.sleep(0.25)
        return before

    trace('coroutine', await asyncio.wait_for(sets('one'), 1), var.get())
    trace('task', await asyncio.wait_for(asyncio.create_task(sets('two')), 1), var.get())
    trace('no limit', await asyncio.wait_for(sets('three'), None), var.get())
    trace('shield', await asyncio.shield(sets('four')), var.get())
    try:
        await asyncio.wait_for(sets('five'), 0.125)
    except TimeoutError:
        trace('timed out', var.get())
