# A get or put that gives up takes nothing out and puts nothing in.
import asyncio


async def main(trace):
    queue = asyncio.Queue(1)

    async def attempt(label, awaitable, seconds=1):
        try:
            trace(label, await asyncio.wait_for(awaitable, seconds), str(queue))
        except TimeoutError as error:
            trace(label, error, str(queue))

    await attempt('nothing comes', queue.get())
    task = asyncio.create_task(attempt('comes in time', queue.get(), 2))
    await asyncio.sleep(1)
    await queue.put('a')
    await task
    asyncio.get_running_loop().call_later(1, queue.put_nowait, 'b')
    await attempt('comes as the time ends', queue.get())
    trace('not lost', str(queue))
    while not queue.full():
        queue.put_nowait('c')
    await attempt('no room', queue.put('d'))
    asyncio.get_running_loop().call_later(0.5, queue.get_nowait)
    await attempt('room in time', queue.put('e'))
    await attempt('zero', queue.get(), 0)
    await attempt('join', queue.join())
