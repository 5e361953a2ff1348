# One exception object may be raised by several tasks and set on several futures; each is reported.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    shared = ValueError('shared')

    async def fails():
        raise shared

    tasks = [asyncio.create_task(fails(), name=f'task {i}') for i in range(3)]
    for _ in range(2):
        loop.create_future().set_exception(shared)
    await asyncio.sleep(0)
    trace('same', tasks[0].exception() is shared)
    try:
        await tasks[1]
    except ValueError as error:
        trace('raised', error is shared)
