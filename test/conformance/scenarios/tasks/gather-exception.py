# The first failure ends gather; the other children go on.
import asyncio


async def main(trace):
    async def work(name, delay, fails=False):
        try:
            await asyncio.sleep(delay)
            if fails:
                raise ValueError(name)
            trace(name, 'ends')
            return name
        finally:
            trace(name, 'leaves')

    late = asyncio.create_task(work('late', 1))
    try:
        await asyncio.gather(work('a', 0.5, True), late, work('b', 0.75, True), work('c', 0.25))
    except ValueError as error:
        trace('caught', error, late.done())
    await late
    trace('the second failure is nobody\'s business')
