# A function that picks is asked about the group, then about what is in it, and never below a yes.
import asyncio


async def main(trace):
    leaves = [ValueError('a'), KeyError('b'), TypeError('c')]
    group = ExceptionGroup('outer', [leaves[0], ExceptionGroup('inner', leaves[1:]), ExceptionGroup('last', [leaves[0]])])

    def ask(label, answer):
        asked = []

        def condition(error):
            asked.append(error.message if isinstance(error, ExceptionGroup) else repr(error))
            return answer(error)

        trace(label, group.subgroup(condition))
        trace('asked', asked)

    ask('nothing', lambda error: False)
    ask('all', lambda error: True)
    ask('a group', lambda error: getattr(error, 'message', None) == 'inner')
    ask('one', lambda error: error is leaves[0])
    ask('values that count as true', lambda error: [] if error is leaves[0] else [error])

    def fails(error):
        if error is leaves[1]:
            raise RuntimeError('while asking')

    try:
        group.split(fails)
    except RuntimeError as error:
        trace('failed', error)
