# A cancellation goes to the last of the tasks that await each other, and comes back one turn for each.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    turn = 0

    def count():
        nonlocal turn
        turn += 1
        if turn < 8:
            loop.call_soon(count)

    async def last():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('last gets', error, turn)
            raise

    async def link(name, inner):
        try:
            await inner
        except asyncio.CancelledError as error:
            trace(name, 'gets', error, turn)
            raise

    c = asyncio.create_task(last())
    b = asyncio.create_task(link('b', c))
    a = asyncio.create_task(link('a', b))
    await asyncio.sleep(0.5)
    loop.call_soon(count)
    a.cancel('stop')
    trace('requests', [task.cancelling() for task in (a, b, c)])
    try:
        await a
    except asyncio.CancelledError as error:
        trace('main gets', error, turn)
