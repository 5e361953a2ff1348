# A side that writes no more still receives.
import asyncio
from kit import Base, attempt, pair


class Server(Base):
    def __init__(self, trace):
        super().__init__()
        self.trace = trace
        self.ended = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        self.trace('server got', data)

    def eof_received(self):
        self.trace('server eof', self.transport.is_reading(), self.transport.is_closing())
        self.ended.set_result(None)
        return True


class Client(Base):
    def __init__(self, trace):
        super().__init__()
        self.trace = trace
        self.got = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        self.trace('client got', data)
        self.got.set_result(None)

    def eof_received(self):
        self.trace('client eof')


async def main(trace):
    server, client, close = await pair(lambda: Server(trace), lambda: Client(trace))
    trace('can', client.transport.can_write_eof())
    client.transport.write(b'question')
    client.transport.write_eof()
    client.transport.write_eof()
    attempt(trace, 'write', lambda: client.transport.write(b'more'))
    attempt(trace, 'writelines', lambda: client.transport.writelines([b'more']))
    await server.ended
    trace('server', server.transport.is_closing(), client.transport.is_closing())
    server.transport.write(b'answer')
    await client.got
    server.transport.close()
    trace('server lost', await server.lost)
    trace('client lost', await client.lost)
    await close()
