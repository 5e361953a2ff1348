# ensure_future gives futures back as they are and makes tasks of coroutines.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        return 'worked'

    future = loop.create_future()
    task = asyncio.create_task(work())
    trace('same future', asyncio.ensure_future(future) is future)
    trace('same task', asyncio.ensure_future(task) is task)
    made = asyncio.ensure_future(work())
    trace('made', isinstance(made, asyncio.Task), await made)
    for wrong in (42, 'text', None):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            trace('refused', error)
