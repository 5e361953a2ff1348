# An awaitable of one's own that yields None gives up one turn for each.
import asyncio


class Turns:
    def __init__(self, count):
        self.count = count

    def __await__(self):
        for i in range(self.count):
            yield
        return f'{self.count} turns'


async def main(trace):
    loop = asyncio.get_running_loop()
    turn = 0

    def count():
        nonlocal turn
        turn += 1
        if turn < 8:
            loop.call_soon(count)

    loop.call_soon(count)

    async def work(turns):
        begin = turn
        trace(await Turns(turns), turn - begin)

    await asyncio.gather(work(0), work(3), work(1))
