# A wait whose time is over takes the lock again before it raises, however long that takes.
import asyncio


async def main(trace):
    condition = asyncio.Condition()

    async def wait(name, seconds):
        async with condition:
            try:
                await asyncio.wait_for(condition.wait_for(lambda: False), seconds)
            except TimeoutError as error:
                trace(name, error, condition.locked())
            trace(name, 'still holds it', condition.locked())

    async def hold(begin, end):
        await asyncio.sleep(begin)
        async with condition:
            condition.notify_all()
            await asyncio.sleep(end - begin)
            trace('given back')

    await wait('alone', 1)
    await asyncio.gather(wait('a', 2), wait('b', 4), hold(1, 3))
    trace('ended', condition.locked())
