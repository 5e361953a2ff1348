# When a group takes no tasks, and when it can't be entered.
import asyncio


async def main(trace):
    async def work(name, seconds, fails=False):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError as error:
            trace(name, error)
            raise
        trace(name, 'ends')
        if fails:
            raise ValueError(name)
        return name

    def refuse(label, group, *args, **kwargs):
        coroutine = work(label, 0)
        try:
            group.create_task(coroutine, *args, **kwargs)
            trace('taken')
        except Exception as error:
            trace(label, error, coroutine.cr_frame is None)
            coroutine.close()

    group = asyncio.TaskGroup()
    refuse('not entered', group)
    async with group:
        refuse('arguments', group, 1)
        try:
            await group.__aenter__()
        except RuntimeError as error:
            trace('entered twice', error)
    refuse('finished', group)
    try:
        async with group:
            trace('never')
    except RuntimeError as error:
        trace('entered again', error)

    async def at_the_end(group):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            refuse('shutting down', group)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(at_the_end(group))
            await asyncio.sleep(0)
            raise ValueError('body')
    except ExceptionGroup as error:
        trace('failed', error)
    refuse('finished with an error', group)
    for arguments in ((), (5,)):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(*arguments)
        except ExceptionGroup as error:
            trace('wrong', error)
