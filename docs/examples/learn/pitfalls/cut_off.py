"""When main() has ended, asyncio.run() cancels whatever is left."""

import asyncio

background = set()  # Python forgets a task that nobody keeps


async def save(what):
    try:
        print(f'{what}: saving')
        await asyncio.sleep(1)
        print(f'{what}: saved')
    except asyncio.CancelledError:
        print(f'{what}: cut off')
        raise


async def main():
    background.add(asyncio.create_task(save('the letter')))
    await asyncio.sleep(0.5)
    print('main() ends')


asyncio.run(main())
