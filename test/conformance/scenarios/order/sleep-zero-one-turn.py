# A sleep of zero seconds gives up exactly one turn, a negative one as well; both return their result.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    turns = 0

    def count():
        nonlocal turns
        turns += 1
        loop.call_soon(count)

    loop.call_soon(count)
    for delay in (0, -1, 0, -0.5):
        before = turns
        value = await asyncio.sleep(delay, f'slept {delay}')
        trace(value, turns - before)
    return turns
