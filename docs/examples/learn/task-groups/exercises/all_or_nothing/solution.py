import asyncio


async def send(file, duration):
    await asyncio.sleep(duration)
    if file == 'b':
        raise OSError(f"{file} can't be read")
    print(f'{file} is sent')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(send('a', 1))
            group.create_task(send('b', 2))
            group.create_task(send('c', 3))
    except* OSError as errors:
        print(f'all or nothing: {errors.exceptions[0]}')
    await asyncio.sleep(2)
    print('end')


asyncio.run(main())
