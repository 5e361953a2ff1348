"""wait_for() ends what is too slow, wait() stops waiting, shield() lets it go on."""

import asyncio


async def work():
    await asyncio.sleep(2)
    return 'result'


def state(task):
    return 'cancelled' if task.cancelled() else 'done' if task.done() else 'still at work'


async def main():
    first, second, third = [asyncio.create_task(work()) for _ in range(3)]
    try:
        await asyncio.wait_for(first, 0.5)
    except TimeoutError:
        print(f'wait_for: the task is {state(first)}')

    await asyncio.wait([second], timeout=0.5)
    print(f'wait: the task is {state(second)}')

    try:
        await asyncio.wait_for(asyncio.shield(third), 0.5)
    except TimeoutError:
        print(f'shield: the task is {state(third)}')

    print(await second, await third)


asyncio.run(main())
