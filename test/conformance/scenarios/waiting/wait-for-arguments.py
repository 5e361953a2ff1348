# `wait_for` checks its arguments as its body begins.
import asyncio


async def main(trace):
    async def attempt(label, awaitable):
        try:
            trace(label, await awaitable)
        except Exception as error:
            trace(label, error)

    await attempt('number', asyncio.wait_for(5, 1))
    await attempt('nothing', asyncio.wait_for(None, None))
    await attempt('number without time', asyncio.wait_for(5, 0))
    sleeping = asyncio.sleep(0)
    await attempt('text for a time', asyncio.wait_for(sleeping, '1'))
    for arguments in ((), (sleeping,), (sleeping, 1, 2)):
        try:
            asyncio.wait_for(*arguments)
        except TypeError as error:
            trace('arguments', error)
    await attempt('keywords', asyncio.wait_for(fut=sleeping, timeout=1))
