# In which contexts the methods of protocols and the callbacks of servers run.
import asyncio
import contextvars
from kit import Base

variable = contextvars.ContextVar('variable', default='none')


class Noting(Base):
    def __init__(self, trace, name):
        super().__init__()
        self.trace = trace
        self.name = name
        self.got = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        super().connection_made(transport)
        self.seen = ['made ' + variable.get()]
        variable.set(self.name + ' made')

    def data_received(self, data):
        self.seen.append('data ' + variable.get())
        variable.set(self.name + ' data')
        if len(self.seen) == 3:
            self.got.set_result(None)

    def connection_lost(self, exc):
        self.seen.append('lost ' + variable.get())
        super().connection_lost(exc)


async def main(trace):
    loop = asyncio.get_running_loop()
    variable.set('server')
    served = []

    def factory():
        served.append(Noting(trace, 'server'))
        return served[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0)
    variable.set('client')
    transport, client = await loop.create_connection(lambda: Noting(trace, 'client'), *server.sockets[0].getsockname())
    variable.set('main')
    transport.write(b'one')
    while not served:
        await asyncio.sleep(0)
    await served[0].made
    while len(served[0].seen) < 2:
        await asyncio.sleep(0)
    transport.write(b'two')
    await served[0].got
    transport.close()
    await client.lost
    await served[0].lost
    trace('server', *served[0].seen)
    trace('client', *client.seen)
    trace('main', variable.get())
    server.close()

    seen = []

    async def callback(reader, writer):
        seen.append(variable.get())
        variable.set('callback')
        await reader.read()
        seen.append(variable.get())
        writer.close()

    server = await asyncio.start_server(callback, '127.0.0.1', 0)
    variable.set('later')
    for _ in range(2):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write_eof()
        await reader.read()
        writer.close()
    trace('callback', seen, variable.get())
    server.close()
    await server.wait_closed()
