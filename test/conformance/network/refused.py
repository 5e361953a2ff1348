# What is raised when a connection or a server can't be made, and for arguments that make no sense.
import asyncio
import socket
from kit import attempt_await


async def main(trace):
    loop = asyncio.get_running_loop()
    with socket.socket() as taken:
        taken.bind(('127.0.0.1', 0))
        free = taken.getsockname()[1]

    def connect(label, *args, **kwargs):
        return attempt_await(trace, label, lambda: loop.create_connection(asyncio.Protocol, *args, **kwargs))

    def serve(label, *args, **kwargs):
        return attempt_await(trace, label, lambda: loop.create_server(asyncio.Protocol, *args, **kwargs))

    await connect('refused', '127.0.0.1', free)
    await connect('refused, all errors', '127.0.0.1', free, all_errors=True)
    await connect('refused, happy eyeballs', '127.0.0.1', free, happy_eyeballs_delay=0.1)
    await connect('no name', 'nothing.invalid', 80)
    await connect('no service', '127.0.0.1', 'no-such-service')
    await connect('wrong family', '127.0.0.1', free, family=socket.AF_INET6)
    await connect('no address', None, None)
    await connect('hostname without ssl', '127.0.0.1', free, server_hostname='x')
    await connect('handshake without ssl', '127.0.0.1', free, ssl_handshake_timeout=1)
    await connect('shutdown without ssl', '127.0.0.1', free, ssl_shutdown_timeout=1)
    await connect('ssl without a name', None, free, ssl=True)
    await connect('unknown keyword', '127.0.0.1', free, hots='x')
    await connect('local address of elsewhere', '127.0.0.1', free, local_addr=('8.8.8.8', 0))
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    await serve('taken', '127.0.0.1', port)
    await serve('of elsewhere', '8.8.8.8', 0)
    await serve('nothing', None, None)
    await serve('ssl', '127.0.0.1', 0, ssl=True)
    await serve('handshake without ssl', '127.0.0.1', 0, ssl_handshake_timeout=1)
    server.close()
    await attempt_await(trace, 'unix: missing', lambda: loop.create_unix_connection(asyncio.Protocol, '/nowhere/x'))
    await attempt_await(trace, 'unix: no folder', lambda: loop.create_unix_server(asyncio.Protocol, '/nowhere/x'))
    await attempt_await(trace, 'unix: nothing', lambda: loop.create_unix_connection(asyncio.Protocol))
    await attempt_await(trace, 'unix: nothing', lambda: loop.create_unix_server(asyncio.Protocol))
    await attempt_await(trace, 'unix: type', lambda: loop.create_unix_connection(asyncio.Protocol, 5))
    await attempt_await(trace, 'unix: name', lambda: loop.create_unix_connection(asyncio.Protocol, '/x', server_hostname='a'))
    await attempt_await(trace, 'unix: no name', lambda: loop.create_unix_connection(asyncio.Protocol, '/x', ssl=True))
    await attempt_await(trace, 'unix: ssl', lambda: loop.create_unix_server(asyncio.Protocol, '/x', ssl=True))
