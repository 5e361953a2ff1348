import asyncio


async def writer():
    await asyncio.sleep(1)
    raise OSError('the disk is full')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(writer())
            await asyncio.sleep(10)  # the work of main()
        print('all is written')
    except* OSError as errors:
        print(f'failed: {errors.exceptions[0]}')


asyncio.run(main())
