# A cancelled `wait` leaves the futures alone, and takes its callbacks and its timer back.
import asyncio


async def main(trace):
    async def work(name, seconds, fails=False):
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        return name

    loop = asyncio.get_running_loop()
    futures = [loop.create_future(), loop.create_future()]

    async def waiting():
        await asyncio.wait(futures, timeout=5)

    task = asyncio.create_task(waiting())
    await asyncio.sleep(1)
    trace('waits', futures[0])
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('cancelled', error)
    trace('left', futures[0], futures[1])
    task = asyncio.create_task(waiting())
    await asyncio.sleep(1)
    futures[0].set_result(1)
    futures[1].set_result(2)
    task.cancel()
    try:
        trace('ended', await task)
    except asyncio.CancelledError as error:
        trace('cancelled in the iteration of the end', error)
