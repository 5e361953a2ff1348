# Two await one task: cancelling one of them cancels the task, and the other gets a CancelledError too.
import asyncio


async def main(trace):
    async def shared():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('shared gets', error)
            raise

    async def waits(name):
        try:
            await task
        except asyncio.CancelledError as error:
            trace(name, 'gets', error, asyncio.current_task().cancelling())
            raise

    task = asyncio.create_task(shared())
    a = asyncio.create_task(waits('a'))
    b = asyncio.create_task(waits('b'))
    await asyncio.sleep(0.5)
    trace('cancel', a.cancel('enough'))
    done, pending = await asyncio.wait([a, b, task])
    trace('end', len(done), a.cancelled(), b.cancelled(), task.cancelled())
