"""The body belongs to the group: it's cancelled too when a task fails."""

import asyncio


async def watch():
    await asyncio.sleep(1)
    raise OSError('the connection is lost')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(watch())
            try:
                await asyncio.sleep(60)
            finally:
                print('the body stops as well')
    except* OSError as errors:
        print(f'{errors.message}: {errors.exceptions[0]}')


asyncio.run(main())
