# A token is a context manager that puts the old value back, also when the body waits or fails.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')
    with var.set('outer') as token:
        trace('token', token.var is var, var.get())
        await asyncio.sleep(0.25)
        with var.set('inner'):
            trace('inner', var.get())
        trace('outer', var.get())
    trace('back', var.get())
    try:
        with var.set('fails'):
            raise ValueError('bad')
    except ValueError as error:
        trace('raised', error, var.get())
    try:
        with var.set('once') as token:
            var.reset(token)
    except RuntimeError as error:
        trace('twice', 'has already been used once' in str(error))
