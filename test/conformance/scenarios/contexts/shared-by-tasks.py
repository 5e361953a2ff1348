# Tasks that are given the same context share it: each sees what the others set.
import asyncio
import contextvars


async def main(trace):
    log = contextvars.ContextVar('log', default='')
    context = contextvars.copy_context()

    async def writes(letter, delay):
        for _ in range(2):
            log.set(log.get() + letter)
            await asyncio.sleep(delay)
        return log.get()

    tasks = [
        asyncio.create_task(writes('a', 0.25), context=context),
        asyncio.create_task(writes('b', 0.5), context=context),
        asyncio.create_task(writes('c', 0.25)),
    ]
    await asyncio.sleep(0.125)
    trace('so far', context[log], log.get())
    context.run(log.set, context[log] + '!')
    for task in tasks:
        trace('result', await task, task.get_context() is context)
