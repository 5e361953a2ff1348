# A body that answers the end of its time with something else than the cancellation.
import asyncio


async def main(trace):
    async def body(what):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            trace('cancelled')
            if what == 'raises':
                raise ValueError(what)
            if what == 'returns':
                return what
            if what == 'waits':
                await asyncio.sleep(1)
                raise
            if what == 'uncancels':
                asyncio.current_task().uncancel()
                raise
            if what == 'another':
                raise asyncio.CancelledError('another')

    for what in ('raises', 'returns', 'waits', 'uncancels', 'another', 'swallows'):
        scope = asyncio.timeout(1)
        try:
            async with scope:
                trace(what, await body(what))
                await asyncio.sleep(0)
        except (TimeoutError, ValueError, asyncio.CancelledError) as error:
            trace(what, error, error.__cause__)
        trace(what, scope, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            raise asyncio.CancelledError('by hand')
    except asyncio.CancelledError as error:
        trace('by hand', error)
    try:
        async with asyncio.timeout(1) as scope:
            raise TimeoutError('its own')
    except TimeoutError as error:
        trace('its own', error, scope.expired())
