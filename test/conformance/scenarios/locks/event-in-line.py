# A set event wakes its waiters in the order in which they came, all in one turn, before later callbacks.
import asyncio


async def main(trace):
    event = asyncio.Event()
    loop = asyncio.get_running_loop()

    async def wait(name):
        await event.wait()
        trace(name, 'first turn')
        await asyncio.sleep(0)
        trace(name, 'second turn')

    tasks = [asyncio.create_task(wait(name)) for name in 'abc']
    await asyncio.sleep(1)
    loop.call_soon(trace, 'callback before')
    event.set()
    loop.call_soon(trace, 'callback after')
    trace('set', [task.done() for task in tasks])
    await asyncio.gather(*tasks)

    late = asyncio.create_task(wait('late'))
    loop.call_later(1, event.clear)
    await late
    trace('was set still', event.is_set())
