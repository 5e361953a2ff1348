# A future belongs to the loop that is given, or to the running one; wrong arguments are refused.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    for future in (asyncio.Future(), asyncio.Future(loop=loop), asyncio.Future(loop=None), loop.create_future()):
        trace('loop', future.get_loop() is loop, future)
    attempts = {
        'positional': lambda: asyncio.Future(loop),
        'keyword': lambda: asyncio.Future(unknown=1),
        'wrap': lambda: asyncio.wrap_future(42),
        'callback': lambda: asyncio.Future().add_done_callback(),
        'remove': lambda: asyncio.Future().remove_done_callback(),
        'result': lambda: asyncio.Future().set_result(),
        'exception': lambda: asyncio.Future().set_exception(),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
            trace(name, 'went well')
        except (TypeError, AssertionError) as error:
            trace(name, error)
