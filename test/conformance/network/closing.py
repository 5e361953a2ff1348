# Writing to what is closing, closing twice, aborting, and what a transport says of itself meanwhile.
import asyncio
from kit import Base, attempt, pair


async def main(trace):
    server, client, close = await pair(Base, Base)
    transport = client.transport
    trace('open', str(transport), repr(transport.get_extra_info('socket')), transport.get_extra_info('nothing', 3))
    trace('info', transport.get_extra_info('sockname') == server.transport.get_extra_info('peername'))
    for value in ('text', [1], None, 5):
        attempt(trace, 'write', lambda: transport.write(value))
    attempt(trace, 'write', lambda: transport.write(b''))
    attempt(trace, 'writelines', lambda: transport.writelines(['text']))
    transport.pause_reading()
    trace('paused', str(transport))
    transport.close()
    transport.close()
    trace('closing', str(transport), transport.is_closing(), transport.is_reading())
    attempt(trace, 'write', lambda: transport.write(b'late'))
    attempt(trace, 'write_eof', lambda: transport.write_eof())
    attempt(trace, 'pause', lambda: transport.pause_reading())
    attempt(trace, 'resume', lambda: transport.resume_reading())
    await client.lost
    trace('closed', str(transport), repr(transport.get_extra_info('socket')))
    for _ in range(8):
        transport.write(b'in vain')
    transport.abort()
    await close()

    server, client, close = await pair(Base, Base)
    client.transport.write(b'x' * 10_000_000)
    trace('waits', client.transport.get_write_buffer_size() > 0)
    client.transport.close()
    trace('closing', client.transport.is_closing(), client.lost.done())
    client.transport.abort()
    client.transport.abort()
    trace('aborted', client.lost.done())
    trace('lost', await client.lost)
    await close()
