# A CancelledError that a coroutine raises by itself cancels its task.
import asyncio


async def main(trace):
    async def work(message):
        await asyncio.sleep(0)
        raise asyncio.CancelledError(*message)

    for message in ([], ['by hand']):
        task = asyncio.create_task(work(message))
        try:
            await task
        except asyncio.CancelledError as error:
            trace('caught', error, task.cancelled(), task.cancelling())
        try:
            task.result()
        except asyncio.CancelledError as error:
            trace('result', error)
        try:
            task.exception()
        except asyncio.CancelledError as error:
            trace('exception', error)
