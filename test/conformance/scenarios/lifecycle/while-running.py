# A running loop can't be closed, nor run again.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        trace('never')

    attempts = {
        'close': lambda: loop.close(),
        'run_forever': lambda: loop.run_forever(),
        'run_until_complete': lambda: loop.run_until_complete(coroutine),
        'run': lambda: asyncio.run(coroutine),
    }
    coroutine = work()
    for name, attempt in attempts.items():
        try:
            attempt()
        except RuntimeError as error:
            trace(name, error)
    coroutine.close()
    await asyncio.sleep(0.5)
    trace('unharmed', loop.is_running(), loop.is_closed())
