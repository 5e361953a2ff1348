# Closing the coroutine of a waiting task ends the task with an error at its next step.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def work():
        try:
            await future
        finally:
            trace('cleans up')

    coroutine = work()
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0.25)
    trace('close', coroutine.close(), task.done())
    loop.call_later(0.25, future.set_result, None)
    try:
        await task
    except RuntimeError as error:
        trace('raised', error)
    unbegun = work()
    task = asyncio.create_task(unbegun)
    unbegun.close()
    try:
        await task
    except RuntimeError as error:
        trace('raised', error)
