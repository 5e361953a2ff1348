# Cancelled at every turn: waits for several tasks, in the three ways.
import asyncio


def setup(trace):
    tasks = []

    async def work(name, seconds):
        try:
            await asyncio.sleep(seconds)
            if seconds == 2:
                raise ValueError(name)
            return name
        except asyncio.CancelledError:
            trace(name, 'cancelled')
            raise

    def names(sets):
        return [[task.get_name() for task in ones] for ones in sets]

    async def victim():
        for name, seconds in (('a', 1), ('b', 2), ('c', 3)):
            tasks.append(asyncio.create_task(work(name, seconds), name=name))
        trace('first', names(await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)))
        trace('exception', names(await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)))
        trace('time', names(await asyncio.wait(tasks, timeout=0.5)))
        trace('all', names(await asyncio.wait(tasks)))

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        for task in tasks:
            trace('afterwards', task.get_name(), task.done(), task.cancelled())
        for task in tasks:
            try:
                trace('result', await task)
            except ValueError as error:
                trace('error', error)

    return victim, others, afterwards
