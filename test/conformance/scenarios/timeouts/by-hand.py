# A scope that is entered and left by its methods judges by the exception that it is given.
import asyncio


async def main(trace):
    async def scope_with(error, seconds):
        scope = asyncio.timeout(1)
        trace('entered', await scope.__aenter__() is scope)
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError as cancelled:
            trace('interrupted', cancelled, scope)
        try:
            kind = None if error is None else type(error)
            trace('left', await scope.__aexit__(kind, error, None), scope)
        except TimeoutError as timeout:
            trace('raised', timeout, timeout.__cause__, scope)
        trace('requests', asyncio.current_task().cancelling())

    await scope_with(None, 0.5)
    await scope_with(None, 2)
    await scope_with(asyncio.CancelledError('given'), 2)
    await scope_with(asyncio.CancelledError('given'), 0.5)
    await scope_with(ValueError('given'), 2)
    try:
        await asyncio.timeout(1).__aexit__(None)
    except TypeError as error:
        trace('arguments', error)
    scope = asyncio.timeout(1)
    for label in ('never entered', 'left already'):
        try:
            await scope.__aexit__(None, None, None)
        except AssertionError as error:
            trace(label, error, scope)
        async with scope if label == 'never entered' else asyncio.timeout(1):
            pass
