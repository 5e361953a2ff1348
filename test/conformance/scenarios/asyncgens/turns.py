# Asking a generator costs no loop turn unless it waits.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    turns = 0

    def count():
        nonlocal turns
        turns += 1
        loop.call_soon(count)

    async def values():
        yield 'a'
        yield 'b'
        await asyncio.sleep(0)
        yield 'c'

    loop.call_soon(count)
    async for value in values():
        trace(value, turns)
    generator = values()
    trace(await generator.asend(None), turns)
    await generator.aclose()
    trace('closed', turns)
