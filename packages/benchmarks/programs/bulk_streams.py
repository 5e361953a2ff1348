import asyncio

from bench import bench

CHUNK = 1024 * 1024


async def work(count):
    received = 0

    async def drink(reader, writer):
        nonlocal received
        while data := await reader.read(CHUNK):
            received += len(data)
        writer.close()

    server = await asyncio.start_server(drink, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection('127.0.0.1', server.sockets[0].getsockname()[1])
    chunk = bytes(CHUNK)
    for _ in range(count):
        writer.write(chunk)
        await writer.drain()
    writer.write_eof()
    await reader.read()
    writer.close()
    server.close()
    await server.wait_closed()
    return received / CHUNK


bench(work)
