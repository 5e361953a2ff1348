# Cancelling a future cancels who awaits it, without counting as a request to them.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def work(name, swallows):
        try:
            await future
        except asyncio.CancelledError as error:
            trace(name, 'gets', error, asyncio.current_task().cancelling())
            if not swallows:
                raise
        return name

    tasks = [asyncio.create_task(work('a', True)), asyncio.create_task(work('b', False))]
    await asyncio.sleep(0)
    trace('cancel', future.cancel('gone'), future.cancel('again'), future.cancelled())
    results = await asyncio.gather(*tasks, return_exceptions=True)
    trace('results', results, [task.cancelled() for task in tasks])
