# What is scheduled within Context.run belongs to a copy of that context.
import asyncio
import contextvars


async def main(trace):
    loop = asyncio.get_running_loop()
    var = contextvars.ContextVar('var', default='default')

    async def work(name):
        trace(name, var.get())
        var.set('changed')

    def schedule(name):
        var.set(f'set in {name}')
        loop.call_soon(lambda: trace('callback', var.get()))
        return asyncio.create_task(work(name))

    context = contextvars.copy_context()
    task = context.run(schedule, 'run')
    trace('here', var.get(), context[var])
    await task
    trace('context', context[var], task.get_context()[var])
