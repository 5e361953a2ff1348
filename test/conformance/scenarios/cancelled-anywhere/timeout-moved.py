# Cancelled at every turn: a task whose time limit is moved, taken away, and set to an absolute time.
import asyncio


def setup(trace):
    async def victim():
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout_at(loop.time() + 1) as scope:
                trace('first', scope.when() - loop.time() == 1)
                await asyncio.sleep(0.5)
                scope.reschedule(loop.time() + 1)
                await asyncio.sleep(0.75)
                scope.reschedule(None)
                await asyncio.sleep(1)
                scope.reschedule(loop.time())
                await asyncio.sleep(1)
        except TimeoutError as error:
            trace('over', error, scope.expired())
        try:
            async with asyncio.timeout_at(loop.time() - 1):
                trace('too late already')
                await asyncio.sleep(0)
                trace('one turn was left')
        except TimeoutError as error:
            trace('over', error)
        async with asyncio.timeout(None) as scope:
            await asyncio.sleep(0)
        trace('ended', asyncio.current_task().cancelling(), scope.when())

    async def others():
        await asyncio.sleep(0.5)

    async def afterwards():
        try:
            async with asyncio.timeout(0):
                await asyncio.sleep(1)
        except TimeoutError as error:
            trace('afterwards', error)

    return victim, others, afterwards
