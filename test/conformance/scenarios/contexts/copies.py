# A copy of a context goes its own way.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var')
    var.set('original')
    first = contextvars.copy_context()
    second = first.copy()
    first.run(var.set, 'first')
    second.run(var.set, 'second')
    trace('values', var.get(), first[var], second[var])
    empty = contextvars.Context()
    trace('empty', len(empty), var in empty)
    empty.run(var.set, 'no longer')
    trace('empty', len(empty), list(empty.values()))

    async def read():
        return var.get()

    trace('read', await asyncio.create_task(read(), context=second), await asyncio.create_task(read(), context=empty))
