# A timer that is cancelled by another of the same iteration doesn't run.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    timers = {}

    def cancel(name, other):
        trace('run', name)
        timers[other].cancel()
        trace('cancelled', other, timers[other].cancelled())

    timers['a'] = loop.call_at(0.5, cancel, 'a', 'c')
    timers['b'] = loop.call_at(0.5, cancel, 'b', 'a')
    timers['c'] = loop.call_at(0.5, cancel, 'c', 'b')
    timers['d'] = loop.call_at(0.75, cancel, 'd', 'b')
    await asyncio.sleep(1)
    return [timers[name].cancelled() for name in 'abcd']
