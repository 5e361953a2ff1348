# What a protocol raises ends its connection, and is reported.
import asyncio
from kit import Base, pair


class Failing(Base):
    def __init__(self, method):
        super().__init__()
        self.method = method
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        super().connection_made(transport)
        self.fail('connection_made')

    def data_received(self, data):
        self.fail('data_received')

    def eof_received(self):
        self.fail('eof_received')

    def connection_lost(self, exc):
        super().connection_lost(exc)
        self.fail('connection_lost')

    def fail(self, method):
        if method == self.method:
            raise ValueError(method)


async def main(trace):
    loop = asyncio.get_running_loop()

    def report(_loop, context):
        trace('report', context['message'], context['exception'], sorted(context))

    loop.set_exception_handler(report)
    for method in ('data_received', 'eof_received', 'connection_lost', 'connection_made'):
        trace('--- ' + method)
        server, client, close = await pair(lambda: Failing(method), Base)
        client.transport.write(b'hello')
        client.transport.write_eof()
        trace('lost', await server.lost)
        await close()
    for raised in (OSError('of its own'), ConnectionResetError('gone'), LookupError("no")):
        server, client, close = await pair(lambda: Failing(''), Base)

        def fail(data, raised=raised):
            raise raised

        server.data_received = fail
        client.transport.write(b'hello')
        trace('lost', await server.lost)
        await close()
