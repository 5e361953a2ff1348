# Cancelled at every turn: tasks in the order of their ends, by both kinds of iteration.
import asyncio


def setup(trace):
    tasks = []

    async def work(name, seconds):
        await asyncio.sleep(seconds)
        return name

    def make(*names):
        made = [asyncio.create_task(work(name, seconds), name=name) for seconds, name in enumerate(names)]
        tasks.extend(made)
        return made

    async def victim():
        for one in asyncio.as_completed(make('a', 'b', 'c')):
            trace('plain', await one)
        async for task in asyncio.as_completed(make('d', 'e')):
            trace('asynchronous', task.get_name(), task.result())
        try:
            async for task in asyncio.as_completed(make('f', 'g', 'h'), timeout=1.5):
                trace('limited', task.get_name())
        except TimeoutError as error:
            trace('late', error)

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        for task in tasks:
            trace('afterwards', task.get_name(), task.done())
        for task in tasks:
            await task

    return victim, others, afterwards
