# A result passes down a chain of tasks that await each other, one turn for each.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    turns = 0

    def count():
        nonlocal turns
        turns += 1
        loop.call_soon(count)

    async def link(previous, number):
        value = await previous
        trace('link', number, turns)
        return value + 1

    source = loop.create_future()
    last = source
    for number in range(5):
        last = asyncio.create_task(link(last, number))
    await asyncio.sleep(0)
    loop.call_soon(count)
    source.set_result(0)
    trace('result', await last, turns)
