import asyncio

from bench import bench

CONNECTIONS = 100
SIZE = 1024


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data)


class Talk(asyncio.Protocol):
    message = bytes(SIZE)

    def __init__(self, count):
        self.end = asyncio.get_running_loop().create_future()
        self.count = count
        self.received = 0
        self.done = 0

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self.message)

    def data_received(self, data):
        self.received += len(data)
        if self.received < SIZE:
            return
        self.received -= SIZE
        self.done += 1
        if self.done < self.count:
            self.transport.write(self.message)
        else:
            self.transport.close()
            self.end.set_result(self.done)


async def work(count):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    ends = []
    for _ in range(CONNECTIONS):
        _, talk = await loop.create_connection(lambda: Talk(count // CONNECTIONS), '127.0.0.1', port)
        ends.append(talk.end)
    done = await asyncio.gather(*ends)
    server.close()
    await server.wait_closed()
    return sum(done)


bench(work)
