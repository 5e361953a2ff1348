# A full queue holds its producer back; one without limit lets it run ahead.
import asyncio


async def main(trace):
    async def produce(queue):
        for number in range(4):
            await queue.put(number)
            trace('put', number)

    async def consume(queue):
        for _ in range(4):
            trace('got', await queue.get())
            await asyncio.sleep(1)

    for maxsize in (1, 2, 0):
        trace('maxsize', maxsize)
        queue = asyncio.Queue(maxsize)
        await asyncio.gather(produce(queue), consume(queue))
