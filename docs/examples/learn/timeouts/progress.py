"""As long as something comes, the limit is moved: only silence counts."""

import asyncio


async def receive(scope):
    loop = asyncio.get_running_loop()
    for delay in (0.5, 0.8, 0.9, 5):
        await asyncio.sleep(delay)
        print(f'{loop.time() - started:.1f} s: a piece has come')
        scope.reschedule(loop.time() + 1)


async def main():
    global started
    loop = asyncio.get_running_loop()
    started = loop.time()
    try:
        async with asyncio.timeout(1) as scope:
            await receive(scope)
    except TimeoutError:
        print(f'{loop.time() - started:.1f} s: silence for a second')


asyncio.run(main())
