"""Several may fail at once. except* takes the errors apart by their kind."""

import asyncio


async def check(name, error):
    await asyncio.sleep(1)
    if error is not None:
        raise error
    print(f'{name} is fine')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(check('name', ValueError('the name is empty')))
            group.create_task(check('age', ValueError('the age is negative')))
            group.create_task(check('photo', OSError('the disk is full')))
            group.create_task(check('city', None))
    except* ValueError as errors:
        for error in errors.exceptions:
            print(f'please correct: {error}')
    except* OSError as errors:
        print(f'our fault: {errors.exceptions[0]}')


asyncio.run(main())
