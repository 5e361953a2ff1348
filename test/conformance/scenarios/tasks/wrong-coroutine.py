# What isn't a coroutine is refused by create_task, with CPython's words.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        pass

    task = asyncio.create_task(work(), name='T')
    for wrong in (42, 'text', None, [1], task, loop.create_future()):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            trace('refused', error)
    await task
