# A subclass whose parts are to be of its kind says how they are made.
import asyncio


async def main(trace):
    class Plain(ExceptionGroup):
        pass

    class Coded(ExceptionGroup):
        code = 0

        def derive(self, exceptions):
            derived = Coded(self.message, exceptions)
            derived.code = self.code
            return derived

    def show(label, group):
        trace(label, type(group).__name__, group, getattr(group, 'code', None))

    errors = [ValueError('v'), KeyError('k')]
    coded = Coded('coded', errors)
    coded.code = 7
    for group in (Plain('plain', errors), coded, ExceptionGroup('outer', [coded, TypeError('t')])):
        for part in group.split(ValueError):
            show('part', part)
    show('by hand', coded.derive([OSError('new')]))
    show('of a plain one', Plain('plain', errors).derive([asyncio.CancelledError()]))

    class Wrong(ExceptionGroup):
        def derive(self, exceptions):
            return exceptions[0]

    try:
        Wrong('wrong', errors).split(ValueError)
    except TypeError as error:
        trace('wrong', error)
    try:
        raise coded
    except* KeyError as group:
        show('except*', group)
    except* ValueError as group:
        show('the rest', group)
