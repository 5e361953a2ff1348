# A group is divided by a class, by several, or by a function; the halves keep the nesting.
import asyncio


async def main(trace):
    value, key, base = ValueError('v'), KeyError('k'), IndexError('i')
    group = ExceptionGroup('outer', [value, ExceptionGroup('inner', [key, ExceptionGroup('deep', [base, TypeError('t')])])])

    for label, condition in (
        ('a class', ValueError),
        ('a base class', LookupError),
        ('several', (KeyError, TypeError)),
        ('none of them', OSError),
        ('no class at all', ()),
        ('all', Exception),
        ('groups', ExceptionGroup),
        ('a function', lambda error: error is base or error is value),
        ('a group by a function', lambda error: getattr(error, 'message', '') == 'deep'),
        ('never', lambda error: None),
    ):
        match, rest = group.split(condition)
        trace(label, match, rest)
        trace('subgroup', repr(group.subgroup(condition)) == repr(match), match is group, rest is group)

    match, rest = group.split(LookupError)
    trace('the same leaves', match.exceptions[0].exceptions[0] is key, rest.exceptions[0] is value)
    for wrong in (5, None, 'text', [ValueError], (ValueError, 5), int):
        try:
            group.split(wrong)
        except TypeError as error:
            trace('wrong', error)
