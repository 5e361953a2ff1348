# A done callback may cancel a task that the same future wakes.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def work(name):
        try:
            trace(name, 'has', await future)
            await asyncio.sleep(0)
            trace(name, 'ends')
        except asyncio.CancelledError as error:
            trace(name, 'gets', error)

    early = asyncio.create_task(work('early'))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: trace('cancel', early.cancel('too late?'), late.cancel('in time')))
    late = asyncio.create_task(work('late'))
    await asyncio.sleep(0)
    future.set_result('value')
    await asyncio.gather(early, late)
