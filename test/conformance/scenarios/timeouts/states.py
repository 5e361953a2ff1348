# A scope is created, active, expiring, and in the end expired or finished.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    for when in (1.2345, 0.0625, 0.1875, 12, 1e17):
        async with asyncio.timeout_at(loop.time() + when) as scope:
            trace('when', scope)
    scope = asyncio.timeout_at(loop.time() + 1.2345)
    trace('created', scope, scope.when() == loop.time() + 1.2345, scope.expired())
    async with scope as entered:
        trace('active', scope, entered is scope, scope.expired())
    trace('finished', scope, scope.expired())
    scope = asyncio.timeout(1)
    try:
        async with scope:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                trace('expiring', scope, scope.expired())
                raise
    except TimeoutError as error:
        trace('expired', scope, scope.expired(), error.__cause__, asyncio.current_task().cancelling())
    scope = asyncio.timeout(None)
    async with scope:
        trace('no limit', scope, scope.when())
        await asyncio.sleep(9)
    scope = asyncio.Timeout(None)
    async with scope:
        scope.reschedule(loop.time() + 2)
        trace('limited later', scope)
        scope.reschedule(None)
        trace('unlimited again', scope)
    try:
        async with asyncio.timeout(5) as scope:
            trace('at first', scope)
            scope.reschedule(loop.time())
            await asyncio.sleep(1)
    except TimeoutError:
        trace('rescheduled to now', scope)
    try:
        async with asyncio.timeout(-1):
            trace('runs up to its first wait')
            await asyncio.sleep(0)
            trace('never')
    except TimeoutError as error:
        trace('negative', error)
    async with asyncio.timeout(0) as scope:
        trace('no wait, no end')
    trace('left in time', scope)
