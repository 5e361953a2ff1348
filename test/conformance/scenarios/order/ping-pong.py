# Two tasks that wake each other by futures alternate, one turn each.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    balls = {'ping': loop.create_future(), 'pong': loop.create_future()}

    async def player(name, other, rounds):
        for _ in range(rounds):
            value = await balls[name]
            trace(name, value)
            balls[name] = loop.create_future()
            balls[other].set_result(value + 1)

    tasks = [asyncio.create_task(player('ping', 'pong', 4)), asyncio.create_task(player('pong', 'ping', 4))]
    await asyncio.sleep(0)
    balls['ping'].set_result(0)
    for turn in range(10):
        trace('turn', turn)
        await asyncio.sleep(0)
    return [task.done() for task in tasks]
