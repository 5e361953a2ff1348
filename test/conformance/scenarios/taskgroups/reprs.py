# What a group shows of itself, from before its entry to after its end.
import asyncio


async def main(trace):
    async def work(seconds, fails=False):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            trace('while it stops', group)
            raise
        if fails:
            raise ValueError(seconds)

    group = asyncio.TaskGroup()
    trace('new', group)
    try:
        async with group as entered:
            trace('entered', group, entered is group)
            group.create_task(work(1))
            group.create_task(work(2, True))
            group.create_task(work(2, True))
            group.create_task(work(3))
            trace('with tasks', group)
            await asyncio.sleep(1.5)
            trace('one is over', group)
    except ExceptionGroup as error:
        trace('failed', group, error)
    trace('text', str(group) == repr(group), f'{group}')
