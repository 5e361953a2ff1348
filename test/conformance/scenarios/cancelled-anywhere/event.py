# Cancelled at every turn: a task that waits for an event.
import asyncio


def setup(trace):
    event = asyncio.Event()

    async def victim():
        trace('victim', await event.wait())
        event.clear()
        trace('cleared')
        trace('victim', await event.wait())

    async def others():
        await asyncio.sleep(1)
        event.set()
        trace('set')
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        event.set()
        trace('set again')

    async def afterwards():
        trace('afterwards', repr(event).partition('[')[2])
        event.set()
        trace('waited', await event.wait())

    return victim, others, afterwards
