# A StopIteration that leaves an awaited coroutine becomes a RuntimeError.
import asyncio


async def main(trace):
    async def work():
        await asyncio.sleep(0)
        raise StopIteration(5)

    try:
        await work()
    except RuntimeError as error:
        trace('inline', error, error.__cause__)
