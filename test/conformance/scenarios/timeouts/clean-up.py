# The end of the time interrupts once: the clean-up may take as long as it needs.
import asyncio


async def main(trace):
    async def work(name):
        try:
            await asyncio.sleep(9)
        finally:
            trace(name, 'cleans up')
            await asyncio.sleep(3)
            trace(name, 'has cleaned up')

    async def limited(name):
        task = asyncio.current_task()
        try:
            async with asyncio.timeout(1) as scope:
                try:
                    await work(name)
                finally:
                    trace(name, scope, task.cancelling())
        except TimeoutError as error:
            trace(name, error, task.cancelling())

    await limited('alone')
    task = asyncio.create_task(limited('cancelled'))
    await asyncio.sleep(2)
    task.cancel('while it cleans up')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('wins', error, task.cancelling())
    try:
        async with asyncio.timeout(3):
            async with asyncio.timeout(1):
                await work('outer too')
    except TimeoutError as error:
        trace('outer', error)
