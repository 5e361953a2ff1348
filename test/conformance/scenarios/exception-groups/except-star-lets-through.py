# What a clause lets through takes its old place among what nobody took.
import asyncio


async def main(trace):
    def handle(label, error):
        try:
            try:
                raise error
            except* ValueError as group:
                trace('sees', group)
                raise
            except* KeyError:
                pass
        except Exception as left:
            trace(label, left, left is error)

    value, key, kind = ValueError('v'), KeyError('k'), TypeError('t')
    handle('only what it let through', ExceptionGroup('eg', [key, value]))
    handle('and what was left', ExceptionGroup('eg', [kind, key, value]))
    handle('in its place', ExceptionGroup('eg', [value, ExceptionGroup('in', [key, kind, ValueError('w')]), kind]))
    handle('all', ExceptionGroup('eg', [value, kind]))
    handle('whole', ExceptionGroup('eg', [value]))
    handle('single', value)

    try:
        try:
            raise ExceptionGroup('eg', [value, key, kind])
        except* ValueError:
            raise
        except* KeyError:
            raise OSError('new')
    except ExceptionGroup as left:
        trace('with a new one', left)
