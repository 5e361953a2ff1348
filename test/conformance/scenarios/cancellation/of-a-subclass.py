# A subclass of CancelledError cancels the task, and is what its first awaiter gets.
import asyncio


class Gone(asyncio.CancelledError):
    pass


async def main(trace):
    async def work():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('gets', error)
            raise Gone('instead', 1)

    task = asyncio.create_task(work())
    await asyncio.sleep(0.5)
    task.cancel('message')
    for name in ('first', 'second'):
        try:
            await task
        except asyncio.CancelledError as error:
            trace(name, error, type(error).__name__)
    trace('state', task.cancelled(), task)
