# A task that cancels itself is interrupted at its next await, or cancelled at its end.
import asyncio


async def main(trace):
    async def waits():
        trace('cancel', asyncio.current_task().cancel('me'))
        trace('still running')
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError as error:
            trace('at the await', error)
            raise

    async def returns():
        asyncio.current_task().cancel('me')
        return 'a result that is lost'

    async def fails():
        asyncio.current_task().cancel('me')
        raise ValueError('stronger')

    for work in (waits, returns, fails):
        task = asyncio.create_task(work())
        results = await asyncio.gather(task, return_exceptions=True)
        trace(work.__name__, results, task.cancelled())
