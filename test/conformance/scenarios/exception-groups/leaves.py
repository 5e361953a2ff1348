# Walking through a group of groups: its single exceptions, each with where it stood.
import asyncio


async def main(trace):
    def leaves(error, path=''):
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                yield from leaves(one, f'{path}/{error.message}')
        else:
            yield f'{path}: {error!r}'

    async def fails(name, seconds):
        await asyncio.sleep(seconds)
        raise ValueError(name)

    async def inner(name):
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(f'{name} 1', 1))
            group.create_task(fails(f'{name} 2', 1))

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner('a'))
            group.create_task(inner('b'))
            group.create_task(fails('c', 1))
    except ExceptionGroup as error:
        for leaf in leaves(error):
            trace('leaf', leaf)
        renamed = ExceptionGroup('all', [KeyError('first'), error])
        trace('counted', len(list(leaves(renamed))), len(renamed.exceptions), str(renamed))
    group = ValueError('innermost')
    for depth in range(60):
        group = ExceptionGroup(str(depth), [group])
    trace('deep', len(list(leaves(group))), repr(group).count('ExceptionGroup'), str(group.subgroup(ValueError)))
    trace('nothing at the bottom', group.subgroup(KeyError), group.split(ValueError)[1])
