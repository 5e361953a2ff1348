# A task that fails and is never asked is reported; one that was asked is not.
import asyncio


async def main(trace):
    async def fail(name):
        raise ValueError(name)

    asyncio.create_task(fail('never asked'), name='never')
    awaited = asyncio.create_task(fail('awaited'))
    asked = asyncio.create_task(fail('asked'))
    cancelled = asyncio.create_task(fail('cancelled too late'))
    await asyncio.sleep(0.25)
    trace('cancel', cancelled.cancel())
    trace('exception', asked.exception())
    try:
        await awaited
    except ValueError as error:
        trace('caught', error)
