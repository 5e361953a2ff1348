# A cancellation from outside stays one, also together with the end of the time.
import asyncio


async def main(trace):
    async def work(name):
        task = asyncio.current_task()
        scope = asyncio.timeout(1)
        try:
            async with scope:
                await asyncio.sleep(5)
        except TimeoutError as error:
            trace(name, error, scope, task.cancelling())
            await asyncio.sleep(0)
        except asyncio.CancelledError as error:
            trace(name, error, scope, task.cancelling())
            raise

    loop = asyncio.get_running_loop()
    for when in (0.5, 1, 1.5):
        task = asyncio.create_task(work(when))
        await asyncio.sleep(0)
        loop.call_at(loop.time() + when, task.cancel, 'outside')
        try:
            trace('ended', await task)
        except asyncio.CancelledError as error:
            trace('cancelled', error, task.cancelling())

    async def cancelled_before():
        asyncio.current_task().cancel('earlier')
        try:
            async with asyncio.timeout(0):
                trace('cancelling', asyncio.current_task().cancelling())
                await asyncio.sleep(1)
        except TimeoutError as error:
            trace('late', error, asyncio.current_task().cancelling())
            raise

    task = asyncio.create_task(cancelled_before())
    try:
        await task
    except TimeoutError as error:
        trace('failed', error)
