# A task that is cancelled before its first step never runs its body.
import asyncio


async def main(trace):
    async def work():
        trace('never')

    task = asyncio.create_task(work())
    trace('cancel', task.cancel(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        trace('caught', error, task.cancelled())
