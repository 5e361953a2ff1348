# Awaiting what is done already doesn't suspend.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        return 'task'

    task = asyncio.create_task(work())
    future = loop.create_future()
    future.set_result('future')
    await asyncio.sleep(0)
    loop.call_soon(trace, 'a handle')
    trace(await future)
    trace(await task)
    trace(await future)
    failed = loop.create_future()
    failed.set_exception(ValueError('failed'))
    try:
        await failed
    except ValueError as error:
        trace('caught', error)
    await asyncio.sleep(0)
