# Wrong arguments are refused with CPython's words.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def work():
        pass

    attempts = {
        'call_later': lambda: loop.call_later(None, trace),
        'call_at': lambda: loop.call_at(None, trace),
        'sleep': lambda: asyncio.sleep(),
        'cancel': lambda: future.cancel('a', 'b'),
        'cancel keyword': lambda: future.cancel(message='a'),
        'set_result': lambda: future.set_result(),
        'gather': lambda: asyncio.gather(42),
        'gather keyword': lambda: asyncio.gather(future, unknown=True),
        'run': lambda: asyncio.run(),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
            trace(name, 'went well')
        except TypeError as error:
            trace(name, error)
