# What the clauses raise comes together with what nobody took.
import asyncio


async def main(trace):
    def handle(label, error, *clauses):
        def act(kind, group):
            for name, action in clauses:
                if name == kind:
                    action(group)

        try:
            try:
                raise error
            except* ValueError as group:
                act('value', group)
            except* KeyError as group:
                act('key', group)
        except Exception as left:
            trace(label, left, left.__context__)
            if isinstance(left, ExceptionGroup) and left is not error:
                trace('contexts', [one.__context__ for one in left.exceptions])
        else:
            trace(label)

    def fail(error):
        def action(group):
            raise error
        return action

    def nothing(group):
        pass

    def eg():
        return ExceptionGroup('eg', [ValueError(1), KeyError(2)])

    def three():
        return ExceptionGroup('eg', [ValueError(1), KeyError(2), TypeError(3)])

    handle('one raises', eg(), ('value', fail(OSError('new'))))
    handle('both raise', eg(), ('value', fail(OSError('new'))), ('key', fail(IndexError('other'))))
    handle('one raises, one is left', three(), ('key', fail(OSError('new'))))
    handle('both raise, one is left', three(), ('value', fail(OSError('new'))), ('key', fail(IndexError('other'))))
    handle('a group', three(), ('value', fail(ExceptionGroup('new', [OSError(1), OSError(2)]))))
    handle('of a single one', ValueError('single'), ('value', fail(OSError('new'))))
    handle('a single one is taken', KeyError('single'), ('key', nothing))
