# A task that cancels itself passes what is done already, and is interrupted where it has to wait.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result('done')

    async def inner():
        trace('inner begins')
        return 'inner'

    async def work():
        trace('cancel', asyncio.current_task().cancel('own'), asyncio.current_task().cancelling())
        trace('future', await done)
        trace('coroutine', await inner())
        waits = loop.create_future()
        try:
            await waits
        except asyncio.CancelledError as error:
            trace('interrupted', error, waits)
        trace('goes on', await asyncio.sleep(0.25, 'slept'))
        return 'result'

    task = asyncio.create_task(work())
    trace('result', await task, task.cancelling())
