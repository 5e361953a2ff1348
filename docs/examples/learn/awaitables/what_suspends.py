import asyncio

turns = 0


async def bystander():
    global turns
    while True:
        await asyncio.sleep(0)
        turns += 1


async def nothing_to_wait_for():
    return 1


async def measured(what, awaitable):
    before = turns
    await awaitable
    print(f'{what}: {turns - before} turns for others')


async def main():
    task = asyncio.create_task(bystander())
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result(1)
    later = loop.create_future()
    loop.call_soon(later.set_result, 1)

    await measured('a coroutine that never waits', nothing_to_wait_for())
    await measured('a future that is done', done)
    await measured('a future that a callback sets', later)
    await measured('sleep(0)', asyncio.sleep(0))
    await measured('a task', asyncio.create_task(nothing_to_wait_for()))
    task.cancel()


asyncio.run(main())
