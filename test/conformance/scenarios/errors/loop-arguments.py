# The methods of a loop refuse what they can't use, with CPython's words.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    attempts = {
        'create_task': lambda: loop.create_task(42),
        'run_until_complete': lambda: loop.run_until_complete(42),
        'factory': lambda: loop.set_task_factory(42),
        'handler': lambda: loop.set_exception_handler(42),
        'call_soon': lambda: loop.call_soon(),
        'call_later': lambda: loop.call_later(1),
        'delay': lambda: loop.call_later('1', trace),
        'when': lambda: loop.call_at(None, trace),
        'close': lambda: loop.close(),
        'ensure_future': lambda: asyncio.ensure_future(42),
        'current_task': lambda: asyncio.current_task(loop, 1),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
            trace(name, 'went well')
        except (TypeError, RuntimeError) as error:
            trace(name, error)
