import asyncio

from bench import bench

CONNECTIONS = 100
SIZE = 1024


async def echo(reader, writer):
    while data := await reader.read(SIZE):
        writer.write(data)
        await writer.drain()
    writer.close()


async def talk(port, count):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    message = bytes(SIZE)
    done = 0
    while done < count:
        writer.write(message)
        await writer.drain()
        await reader.readexactly(SIZE)
        done += 1
    writer.close()
    return done


async def work(count):
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    done = await asyncio.gather(*(talk(port, count // CONNECTIONS) for _ in range(CONNECTIONS)))
    server.close()
    await server.wait_closed()
    return sum(done)


bench(work)
