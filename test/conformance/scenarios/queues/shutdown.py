# A queue that is shut down takes nothing more, and gives what it has, unless it is at once.
import asyncio


async def main(trace):
    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    async def give(queue, name):
        try:
            trace(name, await queue.put(name))
        except asyncio.QueueShutDown as error:
            trace(name, error)

    async def take(queue, name):
        try:
            trace(name, await queue.get())
        except asyncio.QueueShutDown as error:
            trace(name, error)

    async def join(queue, name):
        trace(name, await queue.join())

    for immediate in (False, True):
        queue = asyncio.Queue(2)
        putters = [asyncio.create_task(give(queue, name)) for name in 'abc']
        joiner = asyncio.create_task(join(queue, 'joined'))
        await asyncio.sleep(0)
        trace('before', str(queue))
        queue.shutdown(immediate)
        trace('after', str(queue))
        queue.shutdown(immediate=immediate)
        await asyncio.sleep(0)
        trace('later', str(queue))
        refuse('put', lambda: queue.put_nowait(1))
        await give(queue, 'put and wait')
        while not queue.empty():
            trace('got', queue.get_nowait(), str(queue))
            queue.task_done()
        refuse('get', queue.get_nowait)
        await take(queue, 'get and wait')
        await asyncio.gather(*putters, joiner)
        queue = asyncio.Queue()
        getters = [asyncio.create_task(take(queue, name)) for name in 'xyz']
        await asyncio.sleep(0)
        queue.put_nowait('only one')
        queue.shutdown(immediate)
        trace('getters', str(queue))
        await asyncio.gather(*getters)
        trace('ended', str(queue))
    refuse('arguments', lambda: queue.shutdown(True, False))
