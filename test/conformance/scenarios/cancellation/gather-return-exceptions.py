# A gather that returns exceptions is cancelled itself when somebody cancels it, whatever its children do.
import asyncio


async def main(trace):
    async def work(name, swallows):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            trace(name, 'gets it')
            if not swallows:
                raise
        await asyncio.sleep(0.25)
        return name

    for swallowers in ((False, False), (True, False), (True, True)):
        future = asyncio.gather(*[work(i, s) for i, s in enumerate(swallowers)], return_exceptions=True)
        await asyncio.sleep(0.5)
        future.cancel('stop')
        try:
            trace('results', await future)
        except asyncio.CancelledError as error:
            trace('caught', error, future.cancelled())
