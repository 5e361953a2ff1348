# A peer that resets the connection, while it is read, written, and idle.
import asyncio
import socket
import struct
from kit import Base, attempt_await, pair


def reset(transport):
    sock = transport.get_extra_info('socket')._sock
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    transport.abort()


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: trace('report', context['message']))
    server, client, close = await pair(Base, Base)
    reset(server.transport)
    trace('protocol', await client.lost)
    await close()

    async def resets(reader, writer):
        writer.write(b'a line\nand')
        await writer.drain()
        await reader.readline()
        reset(writer.transport)

    server = await asyncio.start_server(resets, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    trace('line', await reader.readline())
    writer.write(b'go\n')
    await attempt_await(trace, 'read', lambda: reader.readexactly(10))
    await attempt_await(trace, 'read', reader.read)
    trace('exception', reader.exception())
    await attempt_await(trace, 'drain', writer.drain)
    await attempt_await(trace, 'wait_closed', writer.wait_closed)
    writer.write(b'in vain')
    writer.close()
    server.close()
    await server.wait_closed()
