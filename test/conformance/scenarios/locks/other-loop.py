# What has once made a task wait belongs to that loop; without a wait it goes with any.
import asyncio


def program(trace, new_loop):
    objects = [asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0), asyncio.Condition(), asyncio.Queue(), asyncio.Barrier(2)]
    waits = ['acquire', 'wait', 'acquire', 'wait', 'get', 'wait']

    async def wait(one, name):
        if isinstance(one, asyncio.Condition) or isinstance(one, asyncio.Lock) and not one.locked():
            await one.acquire()
        try:
            trace(name, await asyncio.wait_for(getattr(one, name)(), 1))
        except (TimeoutError, RuntimeError) as error:
            trace(name, error)

    async def main():
        for one, name in zip(objects, waits):
            await wait(one, name)
        objects[1].set()
        trace('set already', await objects[1].wait())
        objects[1].clear()
        objects[3].release()

    for number in range(2):
        loop = new_loop()
        trace('loop', number)
        loop.run_until_complete(main())
        loop.close()
