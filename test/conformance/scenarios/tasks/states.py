# A task answers for its state from its creation to its end.
import asyncio


async def main(trace):
    def state(label, task):
        trace(label, task.done(), task.cancelled())

    def ask(label, question):
        try:
            trace(label, question())
        except (asyncio.InvalidStateError, asyncio.CancelledError, ValueError) as error:
            trace(label, 'raises', error)

    async def good():
        await asyncio.sleep(0.5)
        return 'good'

    async def bad():
        await asyncio.sleep(0.5)
        raise ValueError('bad')

    tasks = {
        'good': asyncio.create_task(good()),
        'bad': asyncio.create_task(bad()),
        'gone': asyncio.create_task(good()),
    }
    for delay in (0, 0.25, 0.5):
        for name, task in tasks.items():
            state(name, task)
            ask(f'{name} result', task.result)
            ask(f'{name} exception', task.exception)
        await asyncio.sleep(delay)
        tasks['gone'].cancel('so')
    for name, task in tasks.items():
        state(name, task)
        ask(f'{name} result', task.result)
        ask(f'{name} exception', task.exception)
