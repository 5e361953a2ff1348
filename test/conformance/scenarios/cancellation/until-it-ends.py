# A task that swallows cancellations is asked again until it gives in.
import asyncio


async def main(trace):
    async def stubborn(patience):
        while True:
            try:
                await asyncio.sleep(1)
                return 'slept'
            except asyncio.CancelledError as error:
                trace('asked', error, patience)
                patience -= 1
                if patience == 0:
                    raise

    task = asyncio.create_task(stubborn(4))
    await asyncio.sleep(0.25)
    attempts = 0
    while not task.done():
        attempts += 1
        task.cancel(f'attempt {attempts}')
        await asyncio.sleep(0)
    trace('ended', attempts, task.cancelled(), task.cancelling())
