# Cancelled at every turn: a task that gathers results and exceptions.
import asyncio


def setup(trace):
    tasks = []

    async def work(name, seconds, stubborn=False):
        try:
            await asyncio.sleep(seconds)
            if name == 'fails':
                raise ValueError(name)
            return name
        except asyncio.CancelledError as error:
            trace(name, error)
            if not stubborn:
                raise
            await asyncio.sleep(0)
            return 'goes on'

    def make(*arguments):
        task = asyncio.create_task(work(*arguments), name=arguments[0])
        tasks.append(task)
        return task

    async def victim():
        trace('one', await asyncio.gather(make('a', 1), make('fails', 0), return_exceptions=True))
        trace('two', await asyncio.gather(make('stubborn', 1, True), make('b', 2), return_exceptions=True))
        cancelled = make('cancelled', 5)
        asyncio.get_running_loop().call_later(1, cancelled.cancel, 'by hand')
        trace('three', await asyncio.gather(cancelled, make('c', 2), return_exceptions=True))

    async def others():
        await asyncio.sleep(1)

    async def afterwards():
        trace('afterwards', [[task.get_name(), task.done(), task.cancelled()] for task in tasks])
        await asyncio.gather(*tasks, return_exceptions=True)

    return victim, others, afterwards
