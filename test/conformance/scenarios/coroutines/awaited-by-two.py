# A coroutine that somebody awaits can't be awaited by a second one.
import asyncio


async def main(trace):
    async def work():
        await asyncio.sleep(0.5)
        return 'worked'

    coroutine = work()

    async def ask(name):
        try:
            trace(name, await coroutine)
        except RuntimeError as error:
            trace(name, error)

    await asyncio.gather(ask('a'), ask('b'))
