# Unix sockets: their paths, and what is left of them.
import asyncio
import os
import stat
from kit import attempt_await


async def main(trace, folder):
    async def greet(reader, writer):
        writer.write(b'hello')
        writer.close()

    path = os.path.join(folder, 'socket')
    server = await asyncio.start_unix_server(greet, path)
    trace('server', str(server), server.sockets[0].getsockname(), stat.S_ISSOCK(os.stat(path).st_mode))
    reader, writer = await asyncio.open_unix_connection(path)
    trace('client', str(writer.get_extra_info('socket')), repr(writer.get_extra_info('peername')), writer.get_extra_info('sockname'))
    trace('read', await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    trace('removed', os.path.exists(path))
    await attempt_await(trace, 'gone', lambda: asyncio.open_unix_connection(path))

    server = await asyncio.start_unix_server(greet, path, cleanup_socket=False)
    server.close()
    await server.wait_closed()
    trace('kept', os.path.exists(path))
    await attempt_await(trace, 'nobody listens', lambda: asyncio.open_unix_connection(path))
    server = await asyncio.start_unix_server(greet, path)
    trace('replaced', server.is_serving())
    os.remove(path)
    with open(path, 'w') as file:
        file.write('mine')
    server.close()
    await server.wait_closed()
    trace('not mine', os.path.exists(path))
    await attempt_await(trace, 'a file', lambda: asyncio.start_unix_server(greet, path))
    server = await asyncio.start_unix_server(greet, os.fsencode(path + '2'))
    reader, writer = await asyncio.open_unix_connection(os.fsencode(path + '2'))
    trace('bytes', await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
