# Cancelled at every turn: a task in time limits within each other, which end one before, with and after the other.
import asyncio


def setup(trace):
    async def nested(name, outer, inner, seconds):
        try:
            async with asyncio.timeout(outer):
                try:
                    async with asyncio.timeout(inner):
                        await asyncio.sleep(seconds)
                        trace(name, 'slept')
                except TimeoutError:
                    trace(name, 'inner', asyncio.current_task().cancelling())
                    await asyncio.sleep(0)
                finally:
                    await asyncio.sleep(0)
        except TimeoutError:
            trace(name, 'outer', asyncio.current_task().cancelling())

    async def victim():
        await nested('neither', 2, 1, 0.5)
        await nested('inner', 2, 1, 3)
        await nested('outer', 1, 2, 3)
        await nested('both', 1, 1, 3)
        trace('ended', asyncio.current_task().cancelling())

    async def others():
        await nested('other', 1, 0, 1)

    async def afterwards():
        await nested('afterwards', 1, 0, 1)

    return victim, others, afterwards
