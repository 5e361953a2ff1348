# A task that fails in its eager step is done when its creator gets it; its exception is retrieved or reported as always.
import asyncio


async def main(trace):
    async def fails(message):
        raise ValueError(message)

    seen = asyncio.create_task(fails('seen'), name='seen', eager_start=True)
    trace('made', seen.done(), asyncio.current_task().get_name())
    seen.add_done_callback(lambda task: trace('callback', task is seen))
    trace('added')
    try:
        await seen
    except ValueError as error:
        trace('raised', error)
    asyncio.create_task(fails('never seen'), name='unseen', eager_start=True)
    await asyncio.sleep(0)
    trace('end')
