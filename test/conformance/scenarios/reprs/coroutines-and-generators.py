# Coroutines and generators, and what a generator's methods return, show their kind and name.
import asyncio


async def main(trace):
    async def work():
        pass

    async def letters():
        yield 'a'

    coroutine = work()
    generator = letters()
    trace('coroutine', coroutine)
    trace('generator', generator)
    trace('methods', generator.asend(None), generator.athrow(ValueError), generator.aclose())
    trace('iterators', coroutine.__await__(), asyncio.get_running_loop().create_future().__await__())
    coroutine.close()
    trace('closed', coroutine)
    sleeping = asyncio.sleep(1)
    trace('sleep', sleeping)
    sleeping.close()
    gathering = asyncio.gather(work())
    trace('gather', gathering)
    await gathering
    trace('gathered', gathering)
    waiting = asyncio.wait_for(work(), 1)
    trace('wait_for', waiting)
    await waiting
