# The `str` of a group counts what is directly in it, its `repr` shows all.
import asyncio


async def main(trace):
    class Named(ExceptionGroup):
        pass

    leaf = ValueError("it's")
    groups = [
        ExceptionGroup('one', [leaf]),
        ExceptionGroup('', [leaf, KeyError('k'), OSError('No such file')]),
        ExceptionGroup('outer', [ExceptionGroup('inner', [leaf, TypeError()]), RuntimeError('a', 2)]),
        Named('named', [Named('inner', [leaf])]),
        BaseExceptionGroup('base', [SystemExit(1), asyncio.CancelledError('message')]),
        ExceptionGroup('quotes " and \'', [ExceptionGroup('deep', [ExceptionGroup('deeper', [leaf])])]),
    ]
    for group in groups:
        trace(str(group), group)
        trace('parts', group.message, list(group.exceptions), len(group.args), group.args[0])
    trace('in a list', groups[:2])
