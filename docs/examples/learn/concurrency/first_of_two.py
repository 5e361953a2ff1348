import asyncio


async def mirror(name, delay):
    try:
        await asyncio.sleep(delay)
        return f'page from {name}'
    except asyncio.CancelledError:
        print(f'{name} is cancelled')
        raise


async def main():
    tasks = [
        asyncio.create_task(mirror('Berlin', 3), name='Berlin'),
        asyncio.create_task(mirror('Tokyo', 1), name='Tokyo'),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(f'{len(done)} done, {len(pending)} pending')
    for task in pending:
        task.cancel()
    await asyncio.wait(tasks)
    for task in done:
        print(await task)


asyncio.run(main())
