"""What the programs share."""
import asyncio


def attempt(trace, label, action):
    try:
        trace(label, action())
    except BaseException as error:
        trace(label, error)


async def attempt_await(trace, label, make):
    try:
        trace(label, await make())
    except BaseException as error:
        trace(label, error)


class Base(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()
        self.made = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        self.made.set_result(transport)

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def pair(make_server, make_client):
    loop = asyncio.get_running_loop()
    made = make_server()
    server = await loop.create_server(lambda: made, '127.0.0.1', 0)
    _, client = await loop.create_connection(make_client, *server.sockets[0].getsockname())
    await made.made

    async def close():
        client.transport.close()
        made.transport.close()
        server.close()
        await server.wait_closed()
        if not client.lost.done():
            await client.lost

    return made, client, close
