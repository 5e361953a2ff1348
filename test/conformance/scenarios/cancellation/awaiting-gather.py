# Cancelling a task that awaits gather cancels the children.
import asyncio


async def main(trace):
    async def work(name):
        try:
            await asyncio.sleep(5)
        finally:
            trace(name, 'ends')

    async def parent():
        try:
            await asyncio.gather(work('a'), work('b'), work('c'))
        finally:
            trace('parent ends')

    task = asyncio.create_task(parent())
    await asyncio.sleep(0.5)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('caught', error, task.cancelled())
