# Any size from zero down is no limit; a fraction is rounded up by its use; what is no number fails when asked.
import asyncio


async def main(trace):
    for maxsize in (0, -1, 0.5, 1.5, float('inf')):
        queue = asyncio.Queue(maxsize)
        try:
            for item in range(4):
                queue.put_nowait(item)
        except asyncio.QueueFull as error:
            trace('full', error)
        trace('holds', queue.qsize(), queue.maxsize, queue.full(), queue.empty())

    for maxsize in ('3', None, [1]):
        queue = asyncio.Queue(maxsize)
        trace('no number', str(queue), queue.empty(), queue.qsize())
        for call in (queue.full, lambda: queue.put_nowait(1)):
            try:
                call()
            except TypeError as error:
                trace('refused', error)
