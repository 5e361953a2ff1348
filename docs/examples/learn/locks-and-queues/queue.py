"""A bounded queue holds up who is too fast."""

import asyncio


async def bake(queue):
    for number in range(1, 6):
        await queue.put(number)
        print(f'bread {number} lies on the counter')
    queue.shutdown()
    print('the oven is off')


async def buy(queue):
    try:
        while True:
            number = await queue.get()
            print(f'  bread {number} is sold')
            await asyncio.sleep(1)
    except asyncio.QueueShutDown:
        print('  no more bread')


async def main():
    queue = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(bake(queue))
        group.create_task(buy(queue))


asyncio.run(main())
