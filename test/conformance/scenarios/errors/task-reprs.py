# A task's repr shows its state, its coroutine and what it waits for.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(what):
        if what == 'result':
            return ['result']
        if what == 'exception':
            raise ValueError('bad')
        if what == 'future':
            return await loop.create_future()
        await asyncio.sleep(5)

    tasks = {what: asyncio.create_task(work(what), name=what) for what in ('result', 'exception', 'future', 'sleep')}
    trace('made', tasks['sleep'])
    await asyncio.sleep(0)
    for task in tasks.values():
        trace('running', task)
    tasks['sleep'].cancel('message')
    trace('cancelling', tasks['sleep'])
    await asyncio.sleep(0)
    trace('cancelled', tasks['sleep'])
    unbegun = asyncio.create_task(work('result'), name='unbegun')
    unbegun.cancel()
    trace('unbegun', unbegun)

    async def waits():
        await tasks['future']

    waiting = asyncio.create_task(waits(), name='waiting')
    await asyncio.sleep(0)
    trace('waiting', waiting)
    trace('awaited', tasks['future'])
    trace('itself', asyncio.current_task())
    both = asyncio.gather(tasks['future'], waiting)
    trace('gather', both)
    trace('gathered', waiting)
    trace('exception', tasks['exception'].exception())
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        trace('gather', both)
