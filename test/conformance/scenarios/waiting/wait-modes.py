# `wait` ends when all are done, when the first is, when the first fails, or when the time is over.
import asyncio


async def main(trace):
    async def work(name, seconds, fails=False):
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        return name

    def start(*specs):
        return [asyncio.create_task(work(*spec), name=spec[0]) for spec in specs]

    def show(label, sets):
        trace(label, *[[task.get_name() for task in ones] for ones in sets])

    tasks = start(('a', 2), ('b', 1), ('c', 3))
    show('all', await asyncio.wait(tasks))
    show('done already', await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED))
    tasks = start(('a', 2), ('b', 1), ('c', 1))
    show('first', await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED))
    show('the rest', await asyncio.wait(tasks))
    tasks = start(('a', 2, True), ('b', 1), ('c', 3))
    show('first failure', await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION))
    trace('failed', tasks[0].exception())
    show('failed already', await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION))
    tasks = start(('a', 1), ('b', 2))
    tasks[0].cancel()
    show('a cancellation is no failure', await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION))
    tasks = start(('a', 1), ('b', 2), ('c', 3))
    show('in time', await asyncio.wait(tasks, timeout=2))
    show('no time', await asyncio.wait(tasks, timeout=0))
    show('less than no time', await asyncio.wait(tasks, timeout=-1))
    show('enough time', await asyncio.wait(tasks, timeout=5, return_when=asyncio.FIRST_EXCEPTION))
    tasks = start(('a', 1))
    show('once each', await asyncio.wait([tasks[0], tasks[0]]))
    show('of a generator', await asyncio.wait(task for task in tasks))
