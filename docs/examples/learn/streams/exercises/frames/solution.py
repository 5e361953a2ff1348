import asyncio


async def feed(reader):
    # The first byte of each frame is its length.
    for piece in (3, 10), (20, 30, 2), (40, 50, 4, 60):
        reader.feed_data(bytes(piece))
        await asyncio.sleep(1)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    async with asyncio.TaskGroup() as group:
        group.create_task(feed(reader))
        try:
            while True:
                [size] = await reader.readexactly(1)
                frame = await reader.readexactly(size)
                print(f'frame {" ".join(map(str, frame))}')
        except asyncio.IncompleteReadError as error:
            print(f'cut off after {len(error.partial)}')


asyncio.run(main())
