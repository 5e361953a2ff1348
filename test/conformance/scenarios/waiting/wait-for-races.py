# A cancellation from outside and the end of the time, in one iteration or close by.
import asyncio


async def main(trace):
    async def attempt(label, awaitable):
        try:
            trace(label, await awaitable)
        except Exception as error:
            trace(label, error)

    async def waiting(name):
        try:
            return await asyncio.wait_for(asyncio.sleep(5, 'slept'), 1)
        except TimeoutError as error:
            trace(name, error, asyncio.current_task().cancelling())
            await asyncio.sleep(1)
            return 'late'
        except asyncio.CancelledError as error:
            trace(name, error, asyncio.current_task().cancelling())
            raise

    loop = asyncio.get_running_loop()
    for name, first, later in (('before', True, 0.5), ('at once', True, 1), ('at once', False, 1), ('after', False, 1.5)):
        if first:
            timer = loop.call_later(later, lambda: task.cancel('outside'))
        task = asyncio.create_task(waiting(name))
        await asyncio.sleep(0)
        if not first:
            timer = loop.call_later(later, lambda: task.cancel('outside'))
        try:
            trace(name, await task)
        except asyncio.CancelledError as error:
            trace(name, 'cancelled', error)

    async def ready():
        future = loop.create_future()
        loop.call_later(1, future.set_result, 'set')
        return await asyncio.wait_for(future, 1)

    await attempt('set as the time ends', asyncio.create_task(ready()))
