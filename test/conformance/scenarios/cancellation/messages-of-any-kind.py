# Whatever is given as the message of a cancellation is the argument of its error; None is none.
import asyncio


async def main(trace):
    async def waits():
        await asyncio.sleep(5)

    for message in ('text', '', 0, 42, False, ['list'], None, ValueError('cause')):
        task = asyncio.create_task(waits())
        await asyncio.sleep(0)
        task.cancel(message)
        try:
            await task
        except asyncio.CancelledError as error:
            trace('error', error, len(error.args))
        future = asyncio.get_running_loop().create_future()
        future.cancel(msg=message)
        try:
            future.result()
        except asyncio.CancelledError as error:
            trace('future', error)
