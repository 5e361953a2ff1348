import asyncio

from bench import bench


async def work(count):
    loop = asyncio.get_running_loop()
    table = [loop.create_future(), loop.create_future()]

    async def player(me):
        other = 1 - me
        for _ in range(count):
            await table[me]
            table[me] = loop.create_future()
            table[other].set_result(None)

    players = [asyncio.create_task(player(0)), asyncio.create_task(player(1))]
    table[0].set_result(None)
    for task in players:
        await task


bench(work)
