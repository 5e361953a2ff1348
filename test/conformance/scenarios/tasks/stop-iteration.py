# A StopIteration that leaves the coroutine of a task becomes a RuntimeError.
import asyncio


async def main(trace):
    async def work():
        await asyncio.sleep(0)
        raise StopIteration(5)

    try:
        await asyncio.create_task(work())
    except RuntimeError as error:
        trace('task', error, error.__cause__)
