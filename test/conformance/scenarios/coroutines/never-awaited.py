# A coroutine that nobody awaits is reported, with its name.
import asyncio
import inspect


async def main(trace):
    async def forgotten(number):
        trace('never', number)

    async def other():
        pass

    forgotten(1)
    forgotten(2)
    other()
    kept = forgotten(3)
    await asyncio.sleep(0.5)
    trace('end', inspect.getcoroutinestate(kept))
