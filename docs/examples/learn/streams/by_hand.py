"""What arrives are pieces. What you read are lines."""

import asyncio


async def feed(reader):
    for piece in 'Twinkle, tw', 'inkle,\nlittle', ' star\nHow I won', 'der':
        await asyncio.sleep(1)
        print(f'{piece!r} arrives')
        reader.feed_data(piece.encode())
    await asyncio.sleep(1)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    async with asyncio.TaskGroup() as group:
        group.create_task(feed(reader))
        async for line in reader:
            print(f'  a line: {line.decode()!r}')
        print('  the end')


asyncio.run(main())
