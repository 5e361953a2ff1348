# A task of a group that starts eagerly may be over, or have failed, when it is handed out.
import asyncio


async def main(trace):
    async def work(name, seconds, fails=False):
        trace(name, 'begins')
        if seconds:
            await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        return name

    async with asyncio.TaskGroup() as group:
        quick = group.create_task(work('quick', 0), eager_start=True)
        lazy = group.create_task(work('lazy', 0))
        slow = group.create_task(work('slow', 1), eager_start=True, name='S')
        trace('made', quick.done(), lazy.done(), slow.done(), slow.get_name(), group)
    trace('results', [task.result() for task in (quick, lazy, slow)])

    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(work('fails at once', 0, True), eager_start=True)
            trace('has failed', task.done(), group)
            group.create_task(work('still taken', 1))
            await asyncio.sleep(0)
            trace('never')
    except ExceptionGroup as error:
        trace('failed', error)
