# Work that ends in the very turn in which the time ends is too late, whichever timer comes first.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def attempt(label, scope, awaitable):
        try:
            async with scope:
                trace(label, await awaitable, scope)
                await asyncio.sleep(0)
                trace(label, 'goes on', scope)
        except TimeoutError as error:
            trace(label, error)
        except asyncio.CancelledError as error:
            trace(label, error)

    await attempt('the limit comes first', asyncio.timeout(1), asyncio.sleep(1, 'slept'))
    task = asyncio.create_task(asyncio.sleep(1, 'slept'))
    await asyncio.sleep(0)
    await attempt('the work comes first', asyncio.timeout(1), task)
    trace('task', task.cancelled())
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'set')
    scope = asyncio.timeout(1)
    await attempt('set first, woken later', scope, future)
    await attempt('done before', asyncio.timeout(0), future)
    future = loop.create_future()
    scope = asyncio.timeout(1)
    loop.call_later(1, lambda: (future.set_result('set'), scope.reschedule(loop.time() + 1)))
    await attempt('moved in time', scope, future)
