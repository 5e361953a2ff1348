# An event wakes all who wait, also when it is cleared at once.
import asyncio


async def main(trace):
    def state(one):
        return repr(one).partition('[')[2]

    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    event = asyncio.Event()

    async def wait(name):
        trace(name, await event.wait(), event.is_set())

    tasks = [asyncio.create_task(wait(name)) for name in 'ab']
    await asyncio.sleep(1)
    trace('waiting', state(event), event.is_set())
    event.set()
    event.clear()
    trace('set and cleared', state(event))
    tasks.append(asyncio.create_task(wait('c')))
    await asyncio.sleep(1)
    trace('still waiting', state(event))
    event.set()
    event.set()
    trace('set', state(event))
    await wait('main')
    for task in tasks:
        await task
    event.clear()
    task = asyncio.create_task(wait('d'))
    await asyncio.sleep(0)
    event.set()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        trace('cancelled', error, state(event))
    refuse('arguments', lambda: asyncio.Event(1))
    refuse('wait', lambda: event.wait(1))
