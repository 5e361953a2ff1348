# A cancelled task gets the error at its await, in the next iteration.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('work gets', error)
            raise
        finally:
            trace('work cleans up')

    task = asyncio.create_task(work())
    await asyncio.sleep(0.5)
    loop.call_soon(trace, 'a handle before')
    trace('cancel', task.cancel())
    loop.call_soon(trace, 'a handle after')
    trace('still pending', task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        trace('main gets', error)
    trace('cancelled', task.cancelled())
