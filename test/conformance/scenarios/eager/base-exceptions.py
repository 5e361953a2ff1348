# KeyboardInterrupt and SystemExit of an eager step are raised in who makes the task.
import asyncio


async def main(trace):
    tasks = []

    async def exits(error):
        tasks.append(asyncio.current_task())
        raise error

    for error in (SystemExit(3), KeyboardInterrupt('stop'), GeneratorExit('left')):
        try:
            task = asyncio.create_task(exits(error), eager_start=True)
            trace('made', task.done())
        except BaseException as raised:
            trace('raised', raised, raised is error)
        trace('state', tasks[-1].done(), tasks[-1].exception(), asyncio.current_task().get_name())
