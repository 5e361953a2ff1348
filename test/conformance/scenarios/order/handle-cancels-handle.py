# A handle that is cancelled by an earlier one of the same iteration doesn't run.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def cancel():
        trace('cancel the next')
        later.cancel()
        later.cancel()

    loop.call_soon(cancel)
    later = loop.call_soon(trace, 'never')
    last = loop.call_soon(trace, 'last')
    await asyncio.sleep(0)
    last.cancel()
    return [later.cancelled(), last.cancelled()]
