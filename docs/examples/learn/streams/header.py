"""A message of known length, a field up to a mark, and a message that is cut off."""

import asyncio


async def receive(reader):
    size = int((await reader.readuntil(b':'))[:-1])
    return (await reader.readexactly(size)).decode()


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b'5:hello11:how are you8:good')
    reader.feed_eof()
    try:
        while True:
            print(await receive(reader))
    except asyncio.IncompleteReadError as error:
        print(f'{error.expected} bytes were announced, {len(error.partial)} have come')


asyncio.run(main())
