# A clause can't take groups, nor what is no exception class; it is asked only when there is something left.
import asyncio


async def main(trace):
    def handle(label, kind, error, before=OSError):
        try:
            try:
                raise error
            except* before as group:
                trace('before', group)
            except* kind as group:
                trace('never', group)
        except BaseException as left:
            trace(label, left, left.__context__)

    handle('groups', ExceptionGroup, ExceptionGroup('eg', [ValueError(1)]))
    handle('base groups', BaseExceptionGroup, ValueError(1))
    handle('among others', (ValueError, ExceptionGroup), ValueError(1))
    handle('a number', 5, ValueError(1))
    handle('no class', ValueError(2), ValueError(1))
    handle('another class', int, ExceptionGroup('eg', [ValueError(1)]))
    handle('nothing left', 5, ExceptionGroup('eg', [ValueError(1)]), ValueError)
    handle('no classes', (), ValueError(1))
