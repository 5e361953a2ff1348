# A task tells its coroutine, its context and its loop.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')

    async def work():
        var.set('inside')

    coroutine = work()
    task = asyncio.create_task(coroutine)
    trace('coroutine', task.get_coro() is coroutine)
    trace('loop', task.get_loop() is asyncio.get_running_loop())
    trace('context', task.get_context().get(var))
    await task
    trace('context', task.get_context().get(var), var.get())
    trace('coroutine', task.get_coro() is coroutine)
