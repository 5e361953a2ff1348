# TLS: the order of callbacks on each side, start_tls of both, handshakes that fail, a goodbye that nobody answers.
import asyncio
import pathlib
import ssl
from kit import Base, attempt, attempt_await

CERTIFICATES = pathlib.Path(__file__).parents[2] / 'support' / 'certificates'


def server_context():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATES / 'localhost.pem', CERTIFICATES / 'localhost.key')
    return context


def client_context():
    return ssl.create_default_context(cafile=CERTIFICATES / 'ca.pem')


def as_lists(value):
    return [as_lists(each) for each in value] if isinstance(value, tuple) else value


class Recorder(Base):
    def __init__(self):
        super().__init__()
        self.events = []
        self.wanted = asyncio.Event()

    def connection_made(self, transport):
        self.events.append(f'made {type(transport).__name__}')
        super().connection_made(transport)

    def data_received(self, data):
        self.events.append(f'data {data!r}')
        self.wanted.set()

    def eof_received(self):
        self.events.append('eof')

    def connection_lost(self, exc):
        self.events.append(f'lost {exc!r}')
        super().connection_lost(exc)


async def pair(server_tls, **options):
    loop = asyncio.get_running_loop()
    made = Recorder()
    server = await loop.create_server(lambda: made, '127.0.0.1', 0, ssl=server_tls)
    _, client = await loop.create_connection(Recorder, *server.sockets[0].getsockname(), **options)
    await made.made
    return server, made, client


async def talk(trace, label, made, client, closes):
    client.transport.write(b'question')
    await made.wanted.wait()
    made.transport.writelines([b'answer'])
    await client.wanted.wait()
    closes.transport.close()
    closes.transport.write(b'too late')
    trace(f'{label}, closing', closes.transport.is_closing())
    await asyncio.gather(made.lost, client.lost)
    trace(f'{label}, server', made.events)
    trace(f'{label}, client', client.events)


async def main(trace):
    loop = asyncio.get_running_loop()
    tls = {'ssl': client_context(), 'server_hostname': 'localhost'}
    for label in ('client closes', 'server closes'):
        server, made, client = await pair(server_context(), **tls)
        await talk(trace, label, made, client, client if label == 'client closes' else made)
        server.close()
        await server.wait_closed()

    server, made, client = await pair(None)
    plain = client.transport
    client.transport, made.transport = await asyncio.gather(
        loop.start_tls(client.transport, client, client_context(), server_hostname='localhost'),
        loop.start_tls(made.transport, made, server_context(), server_side=True),
    )
    trace('replaced', type(client.transport).__name__, client.transport.get_protocol() is client, plain.is_closing())
    trace('certificate', as_lists(client.transport.get_extra_info('peercert')['subject']), made.transport.get_extra_info('peercert'))
    trace('same socket', client.transport.get_extra_info('peername') == plain.get_extra_info('peername'))
    attempt(trace, 'write_eof', client.transport.write_eof)
    trace('can_write_eof', client.transport.can_write_eof(), as_lists(client.transport.get_write_buffer_limits()))
    await talk(trace, 'start_tls', made, client, client)
    server.close()
    await server.wait_closed()

    async def refused(label, hostname, context, handler, **options):
        server = await asyncio.start_server(handler, '127.0.0.1', 0, **options)
        place = server.sockets[0].getsockname()
        limits = {} if label != 'no answer' else {'ssl_handshake_timeout': 0.1}
        try:
            await asyncio.open_connection(*place, ssl=context, server_hostname=hostname, **limits)
            trace(label, 'connected')
        except ssl.SSLError as error:
            trace(label, type(error).__name__, error.reason, error.library, getattr(error, 'verify_message', None))
        except Exception as error:
            trace(label, error)
        server.close()
        server.abort_clients()

    kept = []

    async def closes(reader, writer):
        await reader.read(100000)
        writer.close()

    def waits(_, writer):
        kept.append(writer)

    def answers(_, writer):
        writer.write(b'HTTP/1.0 400 Bad Request\r\n\r\n')

    def unknown():
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    await refused('other name', 'example.org', client_context(), waits, ssl=server_context())
    await refused('unknown authority', 'localhost', unknown(), waits, ssl=server_context())
    await refused('end', 'localhost', client_context(), closes)
    await refused('no answer', 'localhost', client_context(), waits)
    await refused('no TLS', 'localhost', client_context(), answers)

    server, made, client = await pair(server_context(), ssl_shutdown_timeout=0.1, **tls)
    made.transport.pause_reading()
    client.transport.close()
    trace('no goodbye', await client.lost, client.events[-1])
    made.transport.abort()
    await made.lost
    server.close()
    await server.wait_closed()
