# A task's result is its coroutine's: setting it is refused.
import asyncio


async def main(trace):
    async def work():
        return 1

    task = asyncio.create_task(work())
    for attempt in (lambda: task.set_result(2), lambda: task.set_exception(ValueError('x'))):
        try:
            attempt()
        except RuntimeError as error:
            trace('refused', error)
    trace('result', await task)
