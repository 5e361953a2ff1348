# An event that is cleared wakes nobody, and one that is set twice wakes nobody twice.
import asyncio


async def main(trace):
    event = asyncio.Event()

    async def wait(name):
        await event.wait()
        trace(name, event.is_set())
        await event.wait()
        trace(name, 'again', event.is_set())

    tasks = [asyncio.create_task(wait(name)) for name in 'abc']
    await asyncio.sleep(1)
    event.clear()
    await asyncio.sleep(1)
    trace('cleared', [task.done() for task in tasks], repr(event).partition('[')[2])
    event.set()
    event.set()
    event.clear()
    await asyncio.sleep(1)
    trace('woken once', [task.done() for task in tasks], repr(event).partition('[')[2])
    event.set()
    await asyncio.gather(*tasks)
    event.clear()
    trace('ended', repr(event).partition('[')[2])
