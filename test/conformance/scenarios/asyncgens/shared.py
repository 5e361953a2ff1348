# Two tasks may take turns at one generator, as long as they don't ask at the same time.
import asyncio


async def main(trace):
    lock = asyncio.Lock()

    async def numbers():
        for i in range(5):
            await asyncio.sleep(0.25)
            yield i

    async def worker(name, generator):
        while True:
            async with lock:
                try:
                    number = await anext(generator)
                except StopAsyncIteration:
                    trace(name, 'finds nothing more')
                    return
            trace(name, 'got', number)
            await asyncio.sleep(0.375)

    generator = numbers()
    await asyncio.gather(worker('a', generator), worker('b', generator))
