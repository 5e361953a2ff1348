# A task can be made by its class, with the keywords of create_task; wrong arguments are refused.
import asyncio
import contextvars


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        return asyncio.current_task().get_name()

    trace('named', await asyncio.Task(work(), name='named'))
    trace('given loop', await asyncio.Task(work(), loop=loop, name=42))
    context = contextvars.copy_context()
    task = asyncio.Task(work(), context=context, name=None)
    trace('context', task.get_context() is context, task.get_name().startswith('Task-'), await task is not None)
    attempts = {
        'nothing': lambda: asyncio.Task(),
        'number': lambda: asyncio.Task(42),
        'function': lambda: asyncio.Task(work),
        'future': lambda: asyncio.Task(loop.create_future()),
        'keyword': lambda: asyncio.Task(work(), unknown=1),
        'name': lambda: asyncio.Task(work()).set_name(),
        'set_result': lambda: task.set_result(1),
        'set_exception': lambda: task.set_exception(ValueError()),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except (TypeError, RuntimeError) as error:
            trace(name, str(error).split(' <')[0])
