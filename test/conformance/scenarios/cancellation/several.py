# Tasks that are cancelled together get it in the order of the requests.
import asyncio


async def main(trace):
    async def work(name):
        try:
            await asyncio.sleep(5)
        finally:
            trace(name)

    tasks = {name: asyncio.create_task(work(name)) for name in 'abcd'}
    await asyncio.sleep(0.5)
    for name in 'cadb':
        tasks[name].cancel()
    results = await asyncio.gather(*tasks.values(), return_exceptions=True)
    trace('results', results)
