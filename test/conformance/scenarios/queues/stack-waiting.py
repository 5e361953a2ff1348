# Tasks that wait for a stack are served in their order, the items in the opposite one.
import asyncio


async def main(trace):
    stack = asyncio.LifoQueue(2)

    async def take(name):
        item = await stack.get()
        trace(name, item)

    async def give(item):
        await stack.put(item)
        trace('in', item)

    tasks = [asyncio.create_task(take(name)) for name in 'ab']
    await asyncio.sleep(0)
    stack.put_nowait('one')
    stack.put_nowait('two')
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(give(item)) for item in (1, 2, 3, 4)]
    await asyncio.sleep(0)
    trace('full', str(stack))
    while not stack.empty():
        trace('out', await stack.get())
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
