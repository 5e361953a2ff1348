# Eager tasks run before their creators go on, lazy ones after; both wake in the order of their waits.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(name):
        for step in range(3):
            trace(name, step)
            await asyncio.sleep(0)
        return name

    loop.call_soon(trace, 'a callback')
    lazy = asyncio.create_task(work('lazy'))
    eager = asyncio.create_task(work('eager'), eager_start=True)
    trace('both made')
    again = asyncio.create_task(work('again'), eager_start=True)
    trace('results', await again, await lazy, await eager)
