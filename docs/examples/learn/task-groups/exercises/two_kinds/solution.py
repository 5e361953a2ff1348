import asyncio


async def job(error):
    await asyncio.sleep(1)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job(KeyError('color')))
            group.create_task(job(OSError('disk full')))
            group.create_task(job(KeyError('size')))
    except* KeyError as errors:
        for error in errors.exceptions:
            print(f'missing: {error.args[0]}')
    except* OSError as errors:
        print(f'system: {errors.exceptions[0]}')


asyncio.run(main())
