# Errors of tasks and of the body come together in a group; the other tasks and the body are cancelled.
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

    task = asyncio.current_task()

    async def stubborn(name):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
            raise KeyError(name)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 1, True))
            group.create_task(work('b', 2))
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as error:
                trace('body', error, task.cancelling(), group)
                raise
    except ExceptionGroup as error:
        trace('one fails', error, task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 1, True))
            group.create_task(work('b', 1, True))
            group.create_task(stubborn('c'))
            group.create_task(stubborn('d'))
    except ExceptionGroup as error:
        trace('several fail', error, task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 1))
            group.create_task(stubborn('b'))
            await asyncio.sleep(0)
            raise IndexError('body')
    except ExceptionGroup as error:
        trace('the body fails', error, task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 1, True))
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise IndexError('instead')
    except ExceptionGroup as error:
        trace('both fail', error, task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 1, True))
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                trace('swallowed')
    except ExceptionGroup as error:
        trace('a swallowed cancellation', error, task.cancelling())
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work('a', 3))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work('b', 1, True))
                inner.create_task(work('c', 2))
    except ExceptionGroup as error:
        trace('nested', error, task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            raise asyncio.CancelledError('by hand')
    except asyncio.CancelledError as error:
        trace('raised by hand', error, task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 0, True))
    except* ValueError as error:
        trace('except*', error)
    await asyncio.sleep(0)
