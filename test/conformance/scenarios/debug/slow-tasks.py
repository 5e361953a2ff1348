# In debug mode a slow step of a task is logged with the task, and its own limit can be set.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    trace('limit', loop.slow_callback_duration)

    async def work():
        trace('a step')
        await asyncio.sleep(0.25)
        trace('another')

    task = asyncio.create_task(work(), name='T')
    loop.slow_callback_duration = 0
    await task
    loop.slow_callback_duration = 0.1
    await asyncio.sleep(0)
    trace('end')
