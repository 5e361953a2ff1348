# Cancelled at every turn: scopes with a time limit, one in another.
import asyncio


def setup(trace):
    async def victim():
        try:
            async with asyncio.timeout(2) as outer:
                await asyncio.sleep(0)
                async with asyncio.timeout(5) as inner:
                    await asyncio.sleep(1)
                    trace('inner', inner.when() > outer.when())
                    inner.reschedule(asyncio.get_running_loop().time())
                    await asyncio.sleep(1)
        except TimeoutError as error:
            trace('late', error, inner.expired(), outer.expired(), asyncio.current_task().cancelling())
        finally:
            trace('ended', asyncio.current_task().cancelling())
        await asyncio.sleep(1)

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        async with asyncio.timeout(1):
            trace('afterwards')

    return victim, others, afterwards
