import asyncio

from bench import bench


async def work(count):
    loop = asyncio.get_running_loop()
    table = [loop.create_future(), loop.create_future()]

    async def player(me):
        other = 1 - me
        done = 0
        while done < count:
            await table[me]
            table[me] = loop.create_future()
            table[other].set_result(None)
            done += 1
        return done

    players = [asyncio.create_task(player(0)), asyncio.create_task(player(1))]
    table[0].set_result(None)
    done = 0
    for task in players:
        done += await task
    return done / 2


bench(work)
