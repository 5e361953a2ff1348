# An eagerly started task can be cancelled at its first suspension, and can cancel itself within its eager step.
import asyncio


async def main(trace):
    async def work(name, selfish):
        try:
            if selfish:
                trace(name, 'cancels itself', asyncio.current_task().cancel())
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace(name, error)
            raise

    a = asyncio.create_task(work('a', False), eager_start=True)
    trace('cancel', a.cancel('enough'))
    b = asyncio.create_task(work('b', True), eager_start=True)
    trace('state', a.done(), b.done())
    results = await asyncio.gather(a, b, return_exceptions=True)
    trace('results', results, a.cancelled(), b.cancelled())
