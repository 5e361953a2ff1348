# What is shielded inside a limit goes on after it; what is gathered doesn't.
import asyncio


async def main(trace):
    async def work(name, seconds):
        try:
            await asyncio.sleep(seconds)
            trace(name, 'ends')
            return name
        except asyncio.CancelledError as error:
            trace(name, error)
            raise

    task = asyncio.create_task(work('shielded', 3))
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(task)
    except TimeoutError as error:
        trace('over', error, task.done())
    trace('later', await task)

    kept = asyncio.create_task(work('kept', 3))
    try:
        async with asyncio.timeout(2):
            await asyncio.gather(work('a', 1), work('b', 5), asyncio.shield(kept), return_exceptions=True)
    except TimeoutError as error:
        trace('gathered', error, kept.done())
    try:
        async with asyncio.timeout(1):
            done, pending = await asyncio.wait([kept, waited := asyncio.create_task(work('waited for', 2))])
    except TimeoutError as error:
        trace('only waited for', error, kept.done(), waited.done())
    trace('all', await waited)
