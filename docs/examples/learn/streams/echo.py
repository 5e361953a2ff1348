"""A server that shouts back, and a client."""

import asyncio


async def shout(reader, writer):
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(shout, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()

    reader, writer = await asyncio.open_connection(host, port)
    for text in 'hello', 'is anybody there?':
        writer.write(f'{text}\n'.encode())
        await writer.drain()
        print((await reader.readline()).decode().rstrip())
    writer.close()
    await writer.wait_closed()

    server.close()
    await server.wait_closed()


asyncio.run(main())
