# Giving the lock back within `async with` fails at the end; waiting without it fails at once.
import asyncio


async def main(trace):
    condition = asyncio.Condition()

    async def attempt(label, body):
        try:
            async with condition:
                await body()
        except RuntimeError as error:
            trace(label, error, condition.locked())

    async def gives_back():
        condition.release()
        await asyncio.sleep(0)

    async def waits_without():
        condition.release()
        try:
            await condition.wait()
        finally:
            await condition.acquire()

    async def notifies_without():
        condition.release()
        try:
            condition.notify_all()
        finally:
            await condition.acquire()

    await attempt('gives back', gives_back)
    await attempt('waits without', waits_without)
    await attempt('notifies without', notifies_without)
    trace('usable', await condition.acquire(), condition.locked())
