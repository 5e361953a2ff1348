# Which methods of two protocols are called, in which order, from the connection to its end.
import asyncio


class Noting(asyncio.Protocol):
    def __init__(self, trace, name):
        self.trace = trace
        self.name = name
        self.lost = asyncio.get_running_loop().create_future()
        self.received = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        if self.name == 'client':  # Which side knows first, the system decides.
            self.trace(self.name, 'made', transport.is_reading(), transport.is_closing())

    def data_received(self, data):
        self.trace(self.name, 'data', data)
        if not self.received.done():
            self.received.set_result(data)

    def eof_received(self):
        self.trace(self.name, 'eof')

    def connection_lost(self, exc):
        self.trace(self.name, 'lost', exc, self.transport.is_closing())
        self.lost.set_result(None)


async def main(trace):
    loop = asyncio.get_running_loop()
    made = []

    def factory():
        made.append(Noting(trace, 'server'))
        return made[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()
    transport, client = await loop.create_connection(lambda: Noting(trace, 'client'), host, port)
    trace('connected', transport.get_protocol() is client, transport.get_extra_info('peername') == (host, port))
    transport.write(b'hello')
    while not made:
        await asyncio.sleep(0)
    await made[0].received
    made[0].transport.writelines([b'to ', b'you'])
    await client.received
    transport.close()
    trace('closing', transport.is_closing(), transport.is_reading())
    await client.lost
    await made[0].lost
    server.close()
    await server.wait_closed()
    trace('closed', server.is_serving(), server.sockets == ())
