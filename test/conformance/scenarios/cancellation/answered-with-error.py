# A task that answers its cancellation with another error has failed, not been cancelled.
import asyncio


async def main(trace):
    async def work():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            raise ValueError('instead') from error

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel('stop')
    try:
        await task
    except ValueError as error:
        trace('caught', error, error.__cause__)
    trace('state', task.cancelled(), task.exception())
