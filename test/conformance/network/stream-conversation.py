# A conversation by streams, with its end.
import asyncio
from kit import attempt_await


async def main(trace):
    done = asyncio.Event()

    async def echo(reader, writer):
        async for line in reader:
            writer.write(line.upper())
            await writer.drain()
        trace('server: end', reader.at_eof())
        writer.writelines([b'good', b'bye'])
        writer.close()
        await writer.wait_closed()
        trace('server: closed', writer.is_closing())
        done.set()

    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port, limit=100)
    trace('reader', str(reader))
    trace('writer', str(writer))
    trace('info', writer.get_extra_info('peername') == (host, port), writer.get_extra_info('no', 'default'), writer.can_write_eof())
    writer.write(b'hello\nyou')
    trace('line', await reader.readline())
    writer.write(b' there\n')
    trace('line', await reader.readline())
    writer.write_eof()
    trace('rest', await reader.read())
    await done.wait()
    await attempt_await(trace, 'drain', writer.drain)
    writer.close()
    trace('closed', await writer.wait_closed(), str(writer))
    await attempt_await(trace, 'drain', writer.drain)
    await attempt_await(trace, 'read', reader.read)
    server.close()
    await server.wait_closed()
    await attempt_await(trace, 'keyword', lambda: asyncio.open_connection(host, port, hots='x'))
    await attempt_await(trace, 'keyword', lambda: asyncio.start_server(echo, host, 0, hots='x'))
    await attempt_await(trace, 'limit', lambda: asyncio.open_connection(host, port, limit=0))
