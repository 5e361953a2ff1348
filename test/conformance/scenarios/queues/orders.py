# A priority queue gives the least first, compared as in Python; a stack gives the newest first.
import asyncio


async def main(trace):
    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    def drain(queue):
        return [queue.get_nowait() for _ in range(queue.qsize())]

    queue = asyncio.PriorityQueue()
    for items in ([3, 1, 2, 1], ['b', 'a', 'ab', 'Z'], [[2, 'b'], [1, 'z'], [1, 'a'], [1], []], [[2], [1, 5], [1]],
                  [True, 0, 0.5, -1], [[1, [2, 'x']], [1, [1, 'y']], [0, [9]]]):
        for item in items:
            queue.put_nowait(item)
        trace('least first', drain(queue))

    class Job:
        def __init__(self, priority, name):
            self.priority, self.name = priority, name
        def __lt__(self, other):
            return self.priority < other.priority

    for job in (Job(2, 'b'), Job(1, 'a'), Job(2, 'c'), Job(1, 'd'), Job(2, 'e')):
        queue.put_nowait(job)
    trace('objects', [job.name for job in drain(queue)])
    queue.put_nowait([1, 'a'])
    refuse('text and number', lambda: queue.put_nowait('b'))
    drain(queue)
    queue.put_nowait({})
    refuse('dicts', lambda: queue.put_nowait({}))
    drain(queue)
    queue.put_nowait(None)
    refuse('nothing', lambda: queue.put_nowait(None))
    drain(queue)
    queue.put_nowait([1, {}])
    refuse('second of two', lambda: queue.put_nowait([1, {}]))
    trace('kept', queue.qsize(), str(asyncio.PriorityQueue(3)), str(asyncio.LifoQueue()))
    stack = asyncio.LifoQueue(3)
    for item in 'abc':
        await stack.put(item)
    refuse('full', lambda: stack.put_nowait('d'))
    trace('newest first', str(stack), drain(stack))
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind(1)

        async def give():
            for item in (3, 1, 2):
                await queue.put(item)

        task = asyncio.create_task(give())
        trace('through', [await queue.get() for _ in range(3)])
        await task

    class Unique(asyncio.Queue):
        def _init(self, maxsize):
            self._queue = []
        def _put(self, item):
            if item not in self._queue:
                self._queue.append(item)
        def _get(self):
            return self._queue.pop(0)

    queue = Unique()
    for item in 'abab':
        queue.put_nowait(item)
    trace('own storage', str(queue), drain(queue))
