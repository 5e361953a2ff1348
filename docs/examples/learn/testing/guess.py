"""A test that guesses how long something takes, and one that waits for it."""

import asyncio


async def worker(queue, done):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.2 if item == 'large' else 0.05)
        done.append(item)
        queue.task_done()


async def guess(queue, done):
    queue.put_nowait('large')
    await asyncio.sleep(0.1)  # it should be ready by then
    print(f'a guess: {done}')


async def wait(queue, done):
    queue.put_nowait('large')
    await queue.join()
    print(f'a wait: {done}')


async def main():
    for test in guess, wait:
        queue, done = asyncio.Queue(), []
        task = asyncio.create_task(worker(queue, done))
        await test(queue, done)
        task.cancel()
        await asyncio.wait([task])


asyncio.run(main())
