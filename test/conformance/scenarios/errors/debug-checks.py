# Debug mode refuses callbacks that can't be called, and coroutine functions.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_debug(True)

    async def work():
        pass

    coroutine = work()
    for method in (loop.call_soon, loop.call_soon_threadsafe):
        for wrong in (42, None, work, coroutine):
            try:
                method(wrong)
            except TypeError as error:
                trace('refused', error)
    for wrong in ('text', work):
        try:
            loop.call_later(0.5, wrong)
        except TypeError as error:
            trace('refused', error)
        try:
            loop.call_at(0.5, wrong)
        except TypeError as error:
            trace('refused', error)
    loop.set_debug(False)
    coroutine.close()
