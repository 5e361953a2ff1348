# A group with a cancellation in it is no `Exception`: a task that raises it has failed all the same.
import asyncio


async def main(trace):
    async def mixed():
        raise BaseExceptionGroup('mixed', [asyncio.CancelledError('one'), ValueError('two')])

    async def pure():
        raise ExceptionGroup('pure', [ValueError('two')])

    task = asyncio.create_task(mixed())
    results = await asyncio.gather(task, pure(), return_exceptions=True)
    trace('results', results, task.cancelled(), [isinstance(one, Exception) for one in results])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(mixed())
            group.create_task(pure())
    except BaseExceptionGroup as error:
        trace('in a task group', error)
        trace('only exceptions', *error.split(Exception))
        trace('only cancellations', error.subgroup(asyncio.CancelledError))
    try:
        try:
            await mixed()
        except* ValueError as error:
            trace('taken', error)
    except BaseExceptionGroup as error:
        trace('left', error, isinstance(error, Exception))
