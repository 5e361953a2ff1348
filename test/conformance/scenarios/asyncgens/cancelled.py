# A cancellation interrupts the generator where it waits.
import asyncio


async def main(trace):
    async def ticks():
        number = 0
        try:
            while True:
                await asyncio.sleep(0.5)
                yield number
                number += 1
        except asyncio.CancelledError as error:
            trace('generator gets', error)
            raise
        finally:
            trace('generator ends')

    async def consumer():
        async for tick in ticks():
            trace('tick', tick)

    task = asyncio.create_task(consumer())
    await asyncio.sleep(1.25)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('caught', error)
