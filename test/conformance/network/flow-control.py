# When the protocol is told to pause and to resume writing, and what a paused reader gets.
import asyncio
from kit import Base, attempt, pair


class Server(Base):
    def __init__(self):
        super().__init__()
        self.count = 0
        self.wanted = 0
        self.all = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        self.count += len(data)
        if self.count == self.wanted:
            self.all.set_result(None)


class Client(Base):
    def __init__(self, trace):
        super().__init__()
        self.trace = trace
        self.resumed = asyncio.get_running_loop().create_future()

    def pause_writing(self):
        self.trace('pause', self.transport.get_write_buffer_size() > 1000)

    def resume_writing(self):
        self.trace('resume', self.transport.get_write_buffer_size() <= 100)
        if not self.resumed.done():
            self.resumed.set_result(None)


async def main(trace):
    server, client, close = await pair(Server, lambda: Client(trace))
    transport = client.transport
    trace('limits', transport.get_write_buffer_limits())
    for high, low in ((1000, None), (None, 100), (None, None), (0, None), (5, 6), (5, -1), (1000, 100)):
        attempt(trace, f'{high} {low}', lambda: transport.set_write_buffer_limits(high, low))
        trace('limits', transport.get_write_buffer_limits())
    server.transport.pause_reading()
    server.transport.pause_reading()
    trace('reading', server.transport.is_reading())
    block = b'x' * 10_000_000
    server.wanted = 3 * len(block)
    transport.write(block)
    transport.write(block)
    transport.writelines([block])
    trace('got', server.count)
    server.transport.resume_reading()
    server.transport.resume_reading()
    trace('reading', server.transport.is_reading())
    await client.resumed
    await server.all
    trace('all', server.count, transport.get_write_buffer_size())
    await close()
