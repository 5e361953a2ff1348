"""Two awaits, one after the other, take their times together; two tasks overlap."""

import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(f'  {what}')


async def one_after_the_other():
    await say_after(1, 'hello')
    await say_after(1, 'world')


async def overlapping():
    task1 = asyncio.create_task(say_after(1, 'hello'))
    task2 = asyncio.create_task(say_after(1, 'world'))
    await task1
    await task2


async def main():
    loop = asyncio.get_running_loop()

    started = loop.time()
    await one_after_the_other()
    print(f'one after the other: {loop.time() - started:.1f} s')

    started = loop.time()
    await overlapping()
    print(f'as two tasks: {loop.time() - started:.1f} s')


asyncio.run(main())
