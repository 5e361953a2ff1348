# The eager step runs in the task's context: a copy of the creator's, or the one that is given.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')

    async def work(value, delay):
        before = var.get()
        var.set(value)
        await asyncio.sleep(delay)
        return [before, var.get()]

    var.set('main')
    quick = asyncio.create_task(work('quick', 0), eager_start=True)
    trace('after quick', var.get(), quick.get_context()[var])
    context = contextvars.copy_context()
    given = asyncio.create_task(work('given', 0.5), eager_start=True, context=context)
    trace('after given', var.get(), context[var], given.get_context() is context)
    context.run(var.set, 'changed meanwhile')
    var.set('main again')
    trace('results', await quick, await given, var.get())
