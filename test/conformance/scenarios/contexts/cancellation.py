# Clean-up after a cancellation runs in the task's own context.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var', default='default')

    async def work():
        var.set('work')
        try:
            await asyncio.sleep(5)
        finally:
            trace('cleans up with', var.get())
            await asyncio.sleep(0.25)
            trace('still with', var.get())

    task = asyncio.create_task(work())
    await asyncio.sleep(0.5)
    var.set('main')
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        trace('main has', var.get())
