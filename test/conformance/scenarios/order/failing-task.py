# A failure reaches done callbacks and waiters in the order in which they came.
import asyncio


async def main(trace):
    async def fail():
        await asyncio.sleep(0.25)
        trace('fails')
        raise ValueError('boom')

    async def watch(name, task):
        try:
            await task
        except ValueError as error:
            trace(name, error)

    task = asyncio.create_task(fail())
    first = asyncio.create_task(watch('first', task))
    await asyncio.sleep(0)
    task.add_done_callback(lambda t: trace('callback', t.exception()))
    second = asyncio.create_task(watch('second', task))
    await first
    trace('first is done', second.done())
    await second
