# The state of a coroutine goes from created over running and suspended to closed.
import asyncio
import inspect


async def main(trace):
    async def work():
        trace('inside', inspect.getcoroutinestate(coroutine), coroutine.cr_running)
        await asyncio.sleep(0.5)
        trace('inside', inspect.getcoroutinestate(coroutine), coroutine.cr_running)

    coroutine = work()
    trace('made', inspect.getcoroutinestate(coroutine), coroutine.cr_running)
    task = asyncio.create_task(coroutine)
    trace('scheduled', inspect.getcoroutinestate(coroutine))
    await asyncio.sleep(0.25)
    trace('waiting', inspect.getcoroutinestate(coroutine), coroutine.cr_running)
    await task
    trace('over', inspect.getcoroutinestate(coroutine), coroutine.cr_running)

    async def fails():
        raise ValueError

    failed = fails()
    try:
        await failed
    except ValueError:
        trace('failed', inspect.getcoroutinestate(failed))
    closed = work()
    closed.close()
    trace('closed', inspect.getcoroutinestate(closed))
