import asyncio


async def feed(reader):
    for piece in b'log', b'in Ada\nsay hel', b'lo\nlogout':
        reader.feed_data(piece)
        await asyncio.sleep(1)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    async with asyncio.TaskGroup() as group:
        group.create_task(feed(reader))
        async for line in reader:
            print(f'command: {line.decode().rstrip()}')


asyncio.run(main())
