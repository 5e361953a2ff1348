# A protocol that brings its memory: in pieces, empty, failing.
import asyncio
from kit import Base, pair


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, trace, size):
        self.trace = trace
        self.memory = bytearray(size)
        self.got = b''
        self.made = asyncio.get_running_loop().create_future()
        self.lost = asyncio.get_running_loop().create_future()
        self.all = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        self.made.set_result(None)

    def get_buffer(self, sizehint):
        if not self.got:
            self.trace('get_buffer', sizehint)
        if len(self.memory) == 1:
            raise ValueError('no memory')
        return self.memory

    def buffer_updated(self, nbytes):
        self.got += bytes(self.memory[:nbytes])
        if len(self.memory) == 2:
            raise ValueError('not this')
        if len(self.got) == 12:
            self.all.set_result(None)

    def eof_received(self):
        self.trace('eof')

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: trace('report', context['message'], context['exception']))
    for size in (5, 0, 1, 2):
        server, client, close = await pair(lambda: Buffered(trace, size), Base)
        client.transport.write(b'hello, world')
        if size == 5:
            await server.all
            client.transport.close()
        trace('lost', await server.lost, server.got)
        await close()
    server, client, close = await pair(Base, Base)
    buffered = Buffered(trace, 100)
    server.transport.set_protocol(buffered)
    trace('protocol', server.transport.get_protocol() is buffered)
    client.transport.write(b'twelve bytes')
    await buffered.all
    trace('got', buffered.got)
    client.transport.close()
    trace('lost', await buffered.lost)
    await client.lost
