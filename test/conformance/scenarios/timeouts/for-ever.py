# A limit that never comes, or came before all time.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    for delay in (None, float('inf'), 1e12):
        async with asyncio.timeout(delay) as scope:
            trace('active', scope, scope.when() is None)
            await asyncio.sleep(1)
        trace('left', scope, scope.expired())
    async with asyncio.timeout_at(None) as scope:
        scope.reschedule(float('inf'))
        trace('moved', scope)
    try:
        async with asyncio.timeout(float('-inf')) as scope:
            trace('at once', scope)
            await asyncio.sleep(1)
    except TimeoutError as error:
        trace('over', error, loop.time() == 3)
