# A queue that was shut down can be shut down again, at once; it never opens any more.
import asyncio


async def main(trace):
    async def get(queue):
        try:
            return await queue.get()
        except asyncio.QueueShutDown as error:
            return error

    for immediate in (True, 1, 'yes', 0, None, ''):
        queue = asyncio.Queue()
        for item in 'abc':
            queue.put_nowait(item)
        queue.shutdown()
        trace('first', await get(queue), str(queue))
        queue.shutdown(immediate)
        trace('again', immediate, await get(queue), str(queue))
        queue.shutdown(False)
        trace('at last', await get(queue), str(queue))
        try:
            queue.put_nowait('d')
        except asyncio.QueueShutDown as error:
            trace('put', error)
