# A timer may cancel a task, and be cancelled when the task was quicker.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(seconds):
        await asyncio.sleep(seconds)
        return 'in time'

    for seconds in (0.25, 0.5, 0.75):
        task = asyncio.create_task(work(seconds))
        timer = loop.call_later(0.5, task.cancel, 'time is over')
        try:
            trace('result', await task)
        except asyncio.CancelledError as error:
            trace('cancelled', error)
        trace('timer', timer.cancelled(), timer.when() <= loop.time())
        timer.cancel()
    await asyncio.sleep(1)
