# A timer that is due at once waits for the next iteration, behind what the rest of this one makes ready.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def sets_a_timer():
        loop.call_later(0, trace, 'timer')
        loop.call_at(loop.time() - 1, trace, 'timer of the past')
        trace('has set them')

    async def makes_ready():
        loop.call_soon(trace, 'soon')
        trace('has made ready')
        await asyncio.sleep(0)
        trace('again')

    await asyncio.gather(sets_a_timer(), makes_ready(), makes_ready())
    await asyncio.sleep(0)
    trace('end')
