# Each clause takes its part of what is left, in the order of the clauses; the rest goes on.
import asyncio


async def main(trace):
    def handle(label, error):
        try:
            try:
                raise error
            except* (KeyError, TypeError) as group:
                trace('first', group)
            except* LookupError as group:
                trace('second', group)
            except* KeyError as group:
                trace('never', group)
            except* OSError as group:
                trace('third', group)
        except BaseException as left:
            trace(label, left, left is error)
        else:
            trace(label)

    handle('all taken', ExceptionGroup('eg', [KeyError(1), IndexError(2), ConnectionError(3), TypeError(4)]))
    handle('nothing taken', ExceptionGroup('eg', [ValueError(1), ZeroDivisionError(2)]))
    handle('some left', ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [KeyError(2), RuntimeError(3)]), OSError(4)]))
    handle('not in order', BaseExceptionGroup('eg', [TimeoutError(), asyncio.CancelledError(), KeyError(1)]))
    handle('single', KeyError('single'))
    handle('a single one that is left', ValueError('single'))
    handle('cancelled', asyncio.CancelledError('single'))
