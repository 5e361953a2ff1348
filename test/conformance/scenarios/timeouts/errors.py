# What a scope refuses.
import asyncio


async def main(trace):
    async def attempt(label, awaitable):
        try:
            trace(label, await awaitable)
        except Exception as error:
            trace(label, error)

    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    loop = asyncio.get_running_loop()
    scope = asyncio.timeout(1)
    refuse('not entered', lambda: scope.reschedule(1))
    async with scope:
        await attempt('entered twice', scope.__aenter__())
        refuse('text', lambda: scope.reschedule('1'))
        scope.reschedule(None)
    refuse('left', lambda: scope.reschedule(1))
    await attempt('entered again', scope.__aenter__())
    try:
        async with asyncio.timeout(1) as scope:
            try:
                await asyncio.sleep(2)
            finally:
                refuse('expiring', lambda: scope.reschedule(None))
    except TimeoutError:
        refuse('expired', lambda: scope.reschedule(None))
    refuse('text', lambda: asyncio.timeout('1'))
    await attempt('text', asyncio.timeout_at('1').__aenter__())
    refuse('nothing', lambda: asyncio.timeout())
    refuse('nothing', lambda: asyncio.timeout_at())
    refuse('nothing', lambda: asyncio.Timeout())
    refuse('too much', lambda: asyncio.timeout(1, 2))
    refuse('unknown', lambda: asyncio.timeout(when=2))
    trace('keywords', asyncio.timeout(delay=1), asyncio.timeout_at(when=1), asyncio.Timeout(when=None))

    def in_a_callback():
        entering = asyncio.timeout(1).__aenter__()
        try:
            entering.send(None)
        except RuntimeError as error:
            trace('callback', error)

    loop.call_soon(in_a_callback)
    await asyncio.sleep(0)
