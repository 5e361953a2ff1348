# Who gives up on an event leaves its line; the event may still come for the others.
import asyncio


async def main(trace):
    event = asyncio.Event()

    async def wait(name, seconds):
        try:
            trace(name, await asyncio.wait_for(event.wait(), seconds))
        except TimeoutError as error:
            trace(name, error, repr(event).partition('[')[2])

    tasks = [asyncio.create_task(wait(name, seconds)) for name, seconds in (('a', 1), ('b', 3), ('c', 2), ('d', None))]
    asyncio.get_running_loop().call_later(2, event.set)
    await asyncio.sleep(0)
    trace('waiting', repr(event).partition('[')[2])
    await asyncio.gather(*tasks)
    trace('ended', repr(event).partition('[')[2])
    trace('no time, but set', await asyncio.wait_for(event.wait(), 0.5))
    event.clear()
    await wait('cleared', 0.5)
