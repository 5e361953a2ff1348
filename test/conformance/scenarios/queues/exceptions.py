# The exceptions of queues say nothing but their names; they belong to no other family.
import asyncio


async def main(trace):
    queue = asyncio.Queue(1)

    def attempt(label, call):
        try:
            call()
        except Exception as error:
            trace(label, error, str(error), list(error.args), isinstance(error, (RuntimeError, LookupError)))

    attempt('empty', queue.get_nowait)
    queue.put_nowait(1)
    attempt('full', lambda: queue.put_nowait(2))
    queue.shutdown()
    attempt('shut down', lambda: queue.put_nowait(3))
    queue.get_nowait()
    attempt('shut down and empty', queue.get_nowait)
    trace('bases', [kind.__name__ for one in (asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown)
                    for kind in (one, *one.__bases__)])
    for kind in (asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown):
        trace('by hand', kind('text', 1), str(kind('text')))

    drained = []
    queue = asyncio.LifoQueue()
    for item in 'abc':
        queue.put_nowait(item)
    try:
        while True:
            drained.append(queue.get_nowait())
    except asyncio.QueueEmpty:
        trace('drained', drained)
