# With no time left `wait_for` begins nothing, and cancels what has begun.
import asyncio


async def main(trace):
    async def attempt(label, awaitable):
        try:
            trace(label, await awaitable)
        except Exception as error:
            trace(label, error)

    async def work(name):
        trace(name, 'begins')
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            trace(name, error)
            await asyncio.sleep(1)
            if name == 'fails':
                raise ValueError(name)
            if name == 'stays':
                return name
            raise

    await attempt('coroutine', asyncio.wait_for(work('never'), 0))
    await attempt('less than none', asyncio.wait_for(work('never'), -1))
    for name in ('gives up', 'stays', 'fails'):
        task = asyncio.create_task(work(name))
        await asyncio.sleep(0)
        await attempt(name, asyncio.wait_for(task, 0))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError('kept'))
    await attempt('failed', asyncio.wait_for(future, 0))
    future = asyncio.get_running_loop().create_future()
    future.cancel('by hand')
    try:
        await asyncio.wait_for(future, 0)
    except asyncio.CancelledError as error:
        trace('cancelled', error)

    async def outer():
        try:
            await asyncio.wait_for(asyncio.create_task(work('stays')), 0)
        finally:
            trace('outer ends')

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel('outside')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('cancelled from outside', error)
    await asyncio.sleep(2)
