# Debug mode that is switched on in the middle concerns what is made afterwards.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_debug(False)

    async def work():
        pass

    before = loop.call_later(5, trace, 'never')
    wrong = loop.call_soon(42)
    wrong.cancel()
    loop.set_debug(True)
    after = loop.call_later(5, trace, 'never')
    trace('recorded', [handle._source_traceback is not None for handle in (before, after)])
    trace('futures', asyncio.Future()._source_traceback is not None)
    for attempt in (lambda: loop.call_soon(42), lambda: loop.call_soon(work)):
        try:
            attempt()
        except TypeError as error:
            trace('refused', str(error).split(',')[0])
    loop.set_debug(False)
    trace('futures', asyncio.Future()._source_traceback is not None)
    before.cancel()
    after.cancel()
