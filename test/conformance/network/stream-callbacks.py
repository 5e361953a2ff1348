# What a server's callback may be, and what becomes of its failures.
import asyncio
from kit import attempt_await


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda _loop, context: trace('report', context['message'], context['exception'], sorted(context)))

    async def talk(callback):
        server = await asyncio.start_server(callback, '127.0.0.1', 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        if callback is returning:  # What nobody reads would reset the connection.
            writer.write(b'x')
        trace('got', await reader.read())
        writer.close()
        await writer.wait_closed()
        server.close()
        await server.wait_closed()

    async def failing(reader, writer):
        raise ValueError('failing')

    async def cancelled(reader, writer):
        asyncio.current_task().cancel()
        await asyncio.sleep(0)

    def plain(reader, writer):
        writer.write(b'plain')
        writer.close()
        return 5

    def plain_failing(reader, writer):
        writer.close()
        raise ValueError('plain')

    async def returning(reader, writer):
        writer.write(await reader.read(1))
        writer.close()
        return 'nobody looks at it'

    for callback in (failing, cancelled, plain, plain_failing, returning):
        trace('--- ' + callback.__name__)
        await talk(callback)

    async def waits(reader, writer):
        await reader.read()
        trace('ended')

    server = await asyncio.start_server(waits, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    server.close()
    server.close_clients()
    trace('closed', await reader.read())
    writer.close()
    await server.wait_closed()
