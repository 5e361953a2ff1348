# An error leaves Context.run as it is; what was set before it stays set in there.
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')
    context = contextvars.copy_context()

    def fails(value):
        var.set(value)
        raise ValueError(value)

    var.set('outside')
    for value in ('first', 'second'):
        try:
            context.run(fails, value)
        except ValueError as error:
            trace('raised', error, var.get(), context[var])

    def outer():
        try:
            inner.run(fails, 'inner')
        except ValueError as error:
            trace('raised', error, var.get())
        return var.get()

    inner = context.copy()
    trace('result', context.run(outer), inner[var], var.get())
    for wrong in (42, None):
        try:
            context.run(wrong)
        except TypeError as error:
            trace('refused', error)
    trace('end', context.run(var.get), var.get())
