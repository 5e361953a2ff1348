# Variables and tokens refuse wrong arguments with CPython's words.
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default=1)
    attempts = {
        'no name': lambda: contextvars.ContextVar(),
        'name': lambda: contextvars.ContextVar(42),
        'keyword': lambda: contextvars.ContextVar('x', unknown=1),
        'get': lambda: var.get(1, 2),
        'set': lambda: var.set(),
        'set two': lambda: var.set(1, 2),
        'reset': lambda: var.reset(),
        'reset text': lambda: var.reset('token'),
        'token': lambda: contextvars.Token(),
        'context': lambda: contextvars.Context(1),
        'run': lambda: contextvars.Context().run(),
        'context get': lambda: contextvars.Context().get(),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
            trace(name, 'went well')
        except (TypeError, RuntimeError) as error:
            trace(name, error)
