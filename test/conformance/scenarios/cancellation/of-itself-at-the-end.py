# A task that cancels itself and then ends without a wait: a result gives way, an exception doesn't.
import asyncio


async def main(trace):
    async def returns():
        asyncio.current_task().cancel('own')
        return 'a result'

    async def fails():
        asyncio.current_task().cancel('own')
        raise ValueError('an exception')

    async def takes_back():
        asyncio.current_task().cancel('own')
        trace('left', asyncio.current_task().uncancel())
        return 'kept'

    for work in (returns, fails, takes_back):
        task = asyncio.create_task(work())
        try:
            trace('result', await task)
        except BaseException as error:
            trace('raised', error)
        trace('state', task.cancelled(), task.cancelling())
