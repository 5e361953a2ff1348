# A coroutine goes by the name of its function, and can be renamed.
import asyncio


async def main(trace):
    async def work():
        await asyncio.sleep(0)

    coroutine = work()
    trace('names', coroutine.__name__, work.__name__)
    coroutine.__name__ = 'other'
    coroutine.__qualname__ = 'some.other'
    trace('names', coroutine.__name__, coroutine.__qualname__, coroutine)
    task = asyncio.create_task(coroutine, name='T')
    trace('task', task)
    await task
    trace('task', task)
