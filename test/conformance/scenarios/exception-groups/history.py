# The parts of a group keep its cause, its context and its notes; the notes are copies.
import asyncio


async def main(trace):
    inner = ExceptionGroup('inner', [KeyError('k'), ValueError('v')])
    inner.add_note('of the inner')
    group = ExceptionGroup('outer', [inner, TypeError('t')])
    group.__cause__ = OSError('cause')
    group.__context__ = RuntimeError('context')
    group.add_note('first')
    group.add_note('second')

    def show(label, one):
        trace(label, one, one.__cause__, one.__context__, one.__suppress_context__, getattr(one, '__notes__', None))

    match, rest = group.split(KeyError)
    for label, one in (('match', match), ('rest', rest), ('inner match', match.exceptions[0]), ('whole', group)):
        show(label, one)
    match.add_note('only here')
    rest.exceptions[0].add_note('only there')
    show('match', match)
    show('whole', group)
    trace('inner', inner.__notes__, rest.exceptions[0].__notes__)
    show('derived by hand', group.derive([ValueError('new')]))
    plain = ExceptionGroup('plain', [KeyError('k'), ValueError('v')])
    show('without a history', plain.subgroup(ValueError))
    trace('no notes', hasattr(plain, '__notes__'), hasattr(plain.subgroup(KeyError), '__notes__'))
    for wrong in (5, None):
        try:
            plain.add_note(wrong)
        except TypeError as error:
            trace('wrong', error)
