# reset brings a variable back to what it was before the set, across awaits, once.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')
    outer = var.set('outer')
    inner = var.set('inner')
    await asyncio.sleep(0.5)
    trace('set', var.get(), inner.old_value, outer.old_value is contextvars.Token.MISSING, inner.var is var)
    var.reset(inner)
    trace('reset', var.get())
    try:
        var.reset(inner)
    except RuntimeError as error:
        trace('twice', str(error).startswith('<Token used var='), 'has already been used once' in str(error))
    var.reset(outer)
    trace('reset', var.get())

    async def other(token):
        try:
            var.reset(token)
        except ValueError as error:
            trace('elsewhere', 'was created in a different Context' in str(error))

    token = var.set('again')
    await asyncio.create_task(other(token))
    try:
        contextvars.ContextVar('foreign').reset(token)
    except ValueError as error:
        trace('foreign', 'was created by a different ContextVar' in str(error))
