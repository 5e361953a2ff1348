# Variables, tokens and contexts show their names and states.
import contextvars


async def main(trace):
    bare = contextvars.ContextVar('bare')
    full = contextvars.ContextVar("it's", default=['default'])
    trace('variables', bare, full)
    token = bare.set(1)
    trace('token', token)
    bare.reset(token)
    trace('used', token)
    trace('missing', contextvars.Token.MISSING, token.old_value is contextvars.Token.MISSING)
    for wrong in (lambda: bare.reset(token), lambda: full.reset(bare.set(2)), lambda: bare.reset(42)):
        try:
            wrong()
        except (RuntimeError, ValueError, TypeError) as error:
            trace('error', error)
    try:
        contextvars.ContextVar('absent').get()
    except LookupError as error:
        trace('absent', error)
    try:
        contextvars.Context()[bare]
    except KeyError as error:
        trace('absent', error)
