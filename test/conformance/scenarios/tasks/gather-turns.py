# gather is done one turn after its last child, and its own callbacks run one turn later.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    turns = 0

    def count():
        nonlocal turns
        turns += 1
        loop.call_soon(count)

    async def work(number):
        for _ in range(number):
            await asyncio.sleep(0)
        trace('ends', number, turns)

    loop.call_soon(count)
    future = asyncio.gather(work(1), work(3), work(2))
    future.add_done_callback(lambda f: trace('callback', turns))
    await future
    trace('awaited', turns)
