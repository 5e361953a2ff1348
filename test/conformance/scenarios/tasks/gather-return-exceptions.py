# With return_exceptions the failures are results, cancelled children included.
import asyncio


async def main(trace):
    async def work(name, delay, fails=False):
        await asyncio.sleep(delay)
        if fails:
            raise KeyError(name)
        return name

    victim = asyncio.create_task(work('victim', 5))
    asyncio.get_running_loop().call_later(0.3, victim.cancel, 'why not')
    results = await asyncio.gather(
        work('a', 0.5, True), work('b', 0.25), victim, work('c', 0.1, True), return_exceptions=True
    )
    trace('results', results)
