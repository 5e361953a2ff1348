# A timer at infinity never runs, and holds nobody up.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    never = loop.call_at(float('inf'), trace, 'never')
    sleeper = asyncio.create_task(asyncio.sleep(float('inf')))
    loop.call_later(0.5, trace, 'half a second')
    trace('set', never.cancelled())
    await asyncio.sleep(1)
    trace('still', never.cancelled(), sleeper.done())
    sleeper.cancel()
    try:
        await sleeper
    except asyncio.CancelledError:
        trace('the sleeper is cancelled')
