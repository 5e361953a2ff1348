# An exception that comes when nobody awaits the shield any more is told to the loop, once.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    for outcome in ('fails', 'is cancelled', 'returns'):
        inner = loop.create_future()
        outers = [asyncio.shield(inner), asyncio.shield(inner)]
        for outer in outers:
            outer.cancel()
        await asyncio.sleep(0)
        if outcome == 'fails':
            inner.set_exception(ValueError('unseen'))
        elif outcome == 'is cancelled':
            inner.cancel()
        else:
            inner.set_result(1)
        trace(outcome)
        await asyncio.sleep(0)
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_exception(ValueError('both at once'))
    outer.cancel()
    await asyncio.sleep(0)
    trace('ended', outer.cancelled())
