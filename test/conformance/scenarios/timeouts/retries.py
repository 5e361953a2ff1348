# A call that is tried again with growing limits, and its errors that are not about time.
import asyncio


async def main(trace):
    attempts = 0

    async def call():
        nonlocal attempts
        attempts += 1
        await asyncio.sleep(5 - attempts)
        if attempts == 4:
            raise ConnectionError('refused')
        return f'answer {attempts}'

    async def patient(limits):
        for limit in limits:
            try:
                async with asyncio.timeout(limit):
                    return await call()
            except TimeoutError as error:
                trace('too slow', limit, error)
                await asyncio.sleep(limit)
        raise TimeoutError(f'{len(limits)} attempts')

    trace('at last', await patient((1, 2, 3)))
    for limits in ((9,), (0,), ()):
        try:
            trace('again', await patient(limits))
        except OSError as error:
            trace('failed', error)
    trace('nothing left', asyncio.current_task().cancelling(), attempts)
