# Transports of pipes: what their protocols are told, and what they say of themselves.
import asyncio
import os
import socket
from kit import attempt, attempt_await


class Watching(asyncio.Protocol):
    def __init__(self):
        self.events = []
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        self.events.append('made')

    def data_received(self, data):
        self.events.append(data)

    def eof_received(self):
        self.events.append('eof')
        return True

    def connection_lost(self, exc):
        self.events.append(f'lost {exc!r}')
        self.lost.set_result(exc)

    def pause_writing(self):
        self.events.append('pause')

    def resume_writing(self):
        self.events.append('resume')


class Failing(Watching):
    def data_received(self, data):
        self.events.append(data)
        raise KeyError('data')


class Device:
    def __init__(self, fd):
        self.fd = fd

    def fileno(self):
        return self.fd

    def close(self):
        os.close(self.fd)


async def main(trace, folder):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: trace('report', context['message'], context['exception']))
    count = 0

    def pipe():
        nonlocal count
        count += 1
        path = f'{folder}/pipe{count}'
        os.mkfifo(path)
        reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        return Device(reader), Device(os.open(path, os.O_WRONLY))

    async def until(condition):
        while not condition():
            await asyncio.sleep(0.005)

    reader, writer = pipe()
    transport, protocol = await loop.connect_read_pipe(Watching, reader)
    trace('read', transport, transport.is_reading(), transport.get_extra_info('pipe') is reader)
    os.write(writer.fd, b'hello')
    await until(lambda: len(protocol.events) == 2)
    transport.pause_reading()
    transport.pause_reading()
    trace('paused', transport, transport.is_reading())
    os.write(writer.fd, b'more')
    await asyncio.sleep(0.02)
    trace('nothing', protocol.events)
    transport.resume_reading()
    transport.resume_reading()
    await until(lambda: len(protocol.events) == 3)
    os.close(writer.fd)
    await protocol.lost
    trace('all', protocol.events)
    await asyncio.sleep(0)
    trace('closed', transport, transport.get_protocol(), transport.is_closing(), transport.is_reading())
    transport.close()
    transport.pause_reading()
    transport.resume_reading()

    reader, writer = pipe()
    transport, protocol = await loop.connect_read_pipe(Watching, reader)
    transport.close()
    transport.close()
    trace('closing', transport)
    await protocol.lost
    trace('closed', protocol.events)
    os.close(writer.fd)

    reader, writer = pipe()
    transport, protocol = await loop.connect_read_pipe(Failing, reader)
    os.write(writer.fd, b'1')
    await until(lambda: len(protocol.events) == 2)
    other = Watching()
    other.connection_made(transport)
    trace('still there', transport, transport.get_protocol() is protocol)
    transport.set_protocol(other)
    os.write(writer.fd, b'2')
    os.close(writer.fd)
    await other.lost
    trace('two protocols', protocol.events, other.events)

    reader, writer = pipe()
    transport, protocol = await loop.connect_write_pipe(Watching, writer)
    trace('write', transport, transport.get_extra_info('pipe') is writer, transport.can_write_eof())
    trace('limits', list(transport.get_write_buffer_limits()))
    transport.write(b'abc')
    transport.writelines([b'd', b'', b'e'])
    transport.write(b'')
    trace('written', os.read(reader.fd, 10))
    attempt(trace, 'text', lambda: transport.write('text'))
    attempt(trace, 'texts', lambda: transport.writelines(['text']))
    transport.write(bytes(200000))
    trace('buffered', transport.get_write_buffer_size() > 65536, protocol.events)
    transport.close()
    trace('closing', transport.is_closing())
    transport.write(b'in vain')
    total = 0
    while not protocol.lost.done():
        try:
            total += len(os.read(reader.fd, 65536))
        except BlockingIOError:
            pass
        await asyncio.sleep(0.001)
    while data := os.read(reader.fd, 65536):
        total += len(data)
    trace('all', total, protocol.events, transport)
    os.close(reader.fd)

    reader, writer = pipe()
    transport, protocol = await loop.connect_write_pipe(Watching, writer)
    transport.set_write_buffer_limits(high=10, low=5)
    transport.write(bytes(65536))
    transport.write(b'x' * 20)
    trace('high', protocol.events)
    while 'resume' not in protocol.events:
        os.read(reader.fd, 65536)
        await asyncio.sleep(0.001)
    trace('low', protocol.events, transport.get_write_buffer_size())
    transport.write_eof()
    transport.write_eof()
    trace('eof', transport)
    await protocol.lost
    os.close(reader.fd)

    reader, writer = pipe()
    transport, protocol = await loop.connect_write_pipe(Watching, writer)
    transport.write(bytes(200000))
    transport.abort()
    trace('aborted', transport, transport.get_write_buffer_size())
    await protocol.lost
    trace('all', protocol.events)
    os.close(reader.fd)

    reader, writer = pipe()
    transport, protocol = await loop.connect_write_pipe(Watching, writer)
    os.close(reader.fd)
    transport.write(b'nobody reads it')
    trace('broken', await protocol.lost, transport.is_closing())
    for _ in range(7):
        transport.write(b'in vain')

    with open(f'{folder}/file', 'w+') as file:
        await attempt_await(trace, 'file', lambda: loop.connect_read_pipe(Watching, file))
        await attempt_await(trace, 'file', lambda: loop.connect_write_pipe(Watching, file))
    for nothing in (None, 'text', Device(987)):
        await attempt_await(trace, 'nothing', lambda: loop.connect_read_pipe(Watching, nothing))
        await attempt_await(trace, 'nothing', lambda: loop.connect_write_pipe(Watching, nothing))
    await attempt_await(trace, 'no pipe', lambda: loop.connect_read_pipe(Watching))
    await attempt_await(trace, 'no protocol', lambda: loop.connect_read_pipe(lambda: {}['factory'], None))

    transport, protocol = await loop.connect_write_pipe(Watching, Device(os.open('/dev/null', os.O_WRONLY)))
    transport.write(b'abc')
    trace('device', transport, protocol.events)
    transport.close()
    await protocol.lost
    transport, protocol = await loop.connect_write_pipe(Watching, Device(os.open('/dev/full', os.O_WRONLY)))
    transport.write(b'abc')
    trace('full', await protocol.lost)

    here, there = socket.socketpair()
    transport, protocol = await loop.connect_read_pipe(Watching, here)
    await loop.sock_sendall(there, b'by socket')
    await until(lambda: len(protocol.events) == 2)
    there.close()
    await protocol.lost
    trace('socket', protocol.events)
    here, there = socket.socketpair()
    here.setblocking(False)
    there.setblocking(False)
    transport, protocol = await loop.connect_write_pipe(Watching, here)
    transport.write(b'by socket')
    trace('socket', await loop.sock_recv(there, 100))
    there.close()
    await protocol.lost
    trace('socket', protocol.events)

    reader, writer = pipe()
    task = asyncio.create_task(loop.connect_read_pipe(Watching, reader))
    await asyncio.sleep(0)
    task.cancel()
    await attempt_await(trace, 'cancelled', lambda: task)
    await asyncio.sleep(0.02)
    os.close(writer.fd)
    attempt(trace, 'closed', lambda: os.fstat(reader.fd))
