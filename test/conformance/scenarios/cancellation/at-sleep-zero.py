# A task that only gives up its turn is cancelled there.
import asyncio


async def main(trace):
    async def work():
        turns = 0
        try:
            while True:
                await asyncio.sleep(0)
                turns += 1
        except asyncio.CancelledError as error:
            trace('after', turns, error)
            raise

    task = asyncio.create_task(work())
    for _ in range(5):
        await asyncio.sleep(0)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('caught', error)
