# A context is a mapping from variables to their values, as it was when it was copied.
import contextvars


async def main(trace):
    x = contextvars.ContextVar('x')
    y = contextvars.ContextVar('y', default='default')
    x.set('one')
    context = contextvars.copy_context()
    x.set('two')
    y.set('set')
    trace('copied', x in context, y in context, len(context), context[x])
    trace('now', len(contextvars.copy_context()))
    trace('iterated', [var.name for var in context], list(context.values()))
    trace('views', [[key.name, value] for key, value in context.items()], [key.name for key in context.keys()])
    context.run(y.set, 'inside')
    trace('changed', len(context), context[y], context.get(x), y.get())
    trace('sorted', sorted([key.name, value] for key, value in context.items()))
    for wrong in (42, 'x', None):
        try:
            context.get(wrong)
        except TypeError as error:
            trace('refused', error)
        try:
            wrong in context
        except TypeError as error:
            trace('refused', error)
