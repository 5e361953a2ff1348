import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(f'  {what}')


async def main():
    loop = asyncio.get_running_loop()

    started = loop.time()
    await say_after(2, 'hello')
    await say_after(1, 'world')
    print(f'one after the other: {loop.time() - started:.1f} s')

    started = loop.time()
    hello = asyncio.create_task(say_after(2, 'hello'), name='hello')
    world = asyncio.create_task(say_after(1, 'world'), name='world')
    await hello
    await world
    print(f'as two tasks: {loop.time() - started:.1f} s')


asyncio.run(main())
