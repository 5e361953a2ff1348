"""In a task group the first failure ends all others; then the group raises."""

import asyncio


async def part(number, duration):
    try:
        await asyncio.sleep(duration)
    except asyncio.CancelledError:
        print(f'part {number} is stopped')
        raise
    if number == 2:
        raise ValueError('part 2 is broken')
    print(f'part {number} is written')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for number in (1, 2, 3):
                group.create_task(part(number, number))
    except* ValueError as errors:
        print(f'failed: {errors.exceptions[0]}')
    print('we remove the folder')
    await asyncio.sleep(2)


asyncio.run(main())
