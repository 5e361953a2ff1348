# What is cancelled, or answered by a result, is not reported, also when an exception came in between.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def fails_while_cancelled():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            raise ValueError('instead of the cancellation')

    async def recovers():
        try:
            raise ValueError('handled')
        except ValueError:
            return 'recovered'

    cancelled = asyncio.create_task(asyncio.sleep(5), name='cancelled')
    failing = asyncio.create_task(fails_while_cancelled(), name='failing')
    recovered = asyncio.create_task(recovers(), name='recovered')
    loop.create_future().cancel()
    await asyncio.sleep(0)
    for task in (cancelled, failing, recovered):
        trace('cancel', task.get_name(), task.cancel())
    await asyncio.sleep(0)
    trace('done', [task.done() for task in (cancelled, failing, recovered)])
