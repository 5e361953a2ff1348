# A server from its beginning to its end.
import asyncio
from kit import Base, attempt, attempt_await


async def main(trace):
    loop = asyncio.get_running_loop()
    made = []

    def factory():
        made.append(Base())
        return made[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0, start_serving=False)
    trace('made', server.is_serving(), len(server.sockets), server.get_loop() is loop)
    await server.start_serving()
    await server.start_serving()
    trace('serving', server.is_serving(), str(server))
    _, client = await loop.create_connection(Base, *server.sockets[0].getsockname())
    while not made:
        await asyncio.sleep(0)
    server.close()
    server.close()
    trace('closed', server.is_serving(), server.sockets == (), str(server))
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.01)
    trace('waits for clients', waiting.done())
    server.close_clients()
    trace('lost', await made[0].lost, await client.lost)
    trace('waited', await waiting, await server.wait_closed())
    await attempt_await(trace, 'serve_forever', server.serve_forever)

    made.clear()
    server = await loop.create_server(factory, '127.0.0.1', 0)
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    await attempt_await(trace, 'twice', server.serve_forever)
    _, client = await loop.create_connection(Base, *server.sockets[0].getsockname())
    while not made:
        await asyncio.sleep(0)
    forever.cancel()
    await asyncio.sleep(0.01)
    trace('cancelled', forever.done(), server.is_serving())
    server.abort_clients()
    await attempt_await(trace, 'forever', lambda: forever)
    await client.lost

    async with await loop.create_server(factory, '127.0.0.1', 0) as server:
        trace('inside', server.is_serving())
    trace('outside', server.is_serving())
    forever = None
    server = await loop.create_server(factory, '127.0.0.1', 0)
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    server.close()
    await attempt_await(trace, 'closed meanwhile', lambda: forever)
    several = await loop.create_server(factory, ['127.0.0.1', '127.0.0.1', '127.0.0.2'], 0)
    trace('several', sorted(each.getsockname()[0] for each in several.sockets))
    several.close()
    await several.wait_closed()
    attempt(trace, 'bare', asyncio.AbstractServer().close)
