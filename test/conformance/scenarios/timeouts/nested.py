# Scopes in scopes: the one whose time is over raises, and only it.
import asyncio


async def main(trace):
    async def nested(outer_delay, inner_delay, seconds):
        outer = asyncio.timeout(outer_delay)
        inner = asyncio.timeout(inner_delay)
        try:
            async with outer:
                try:
                    async with inner:
                        await asyncio.sleep(seconds)
                except TimeoutError as error:
                    trace('inner', error)
                    await asyncio.sleep(1)
        except TimeoutError as error:
            trace('outer', error)
        task = asyncio.current_task()
        trace('ended', outer.expired(), inner.expired(), task.cancelling())
        await asyncio.sleep(0)

    await nested(3, 1, 9)
    await nested(1, 3, 9)
    await nested(1, 1, 9)
    await nested(2, 1, 9)
    await nested(5, 5, 1)
    await nested(0, 0, 1)
