# A variable without a value and without a default raises LookupError.
import contextvars


async def main(trace):
    bare = contextvars.ContextVar('bare')
    full = contextvars.ContextVar('full', default='default')
    try:
        bare.get()
    except LookupError as error:
        trace('missing', type(error).__name__, 'bare' in str(error))
    trace('get', bare.get('given'), full.get(), full.get('given'), bare.name)
    context = contextvars.copy_context()
    trace('context', bare in context, full in context, context.get(full), context.get(full, 'other'))
    bare.set('value')
    trace('context', bare in context, bare in contextvars.copy_context())
    try:
        context[bare]
    except KeyError as error:
        trace('not there', type(error).__name__)
