# A sentinel that each worker puts back ends them all.
import asyncio


async def main(trace):
    queue = asyncio.Queue(2)
    STOP = None

    async def produce():
        for number in range(5):
            await queue.put(number)
            trace('put', number, queue.qsize())
        await queue.put(STOP)

    async def consume(name):
        total = 0
        while (item := await queue.get()) is not STOP:
            total += item
            trace(name, item)
            await asyncio.sleep(1)
        await queue.put(STOP)
        return total

    trace('totals', await asyncio.gather(consume('a'), consume('b'), produce()))
    trace('left', str(queue))
