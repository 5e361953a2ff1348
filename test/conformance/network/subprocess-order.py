# What the protocol of a child is told, and in which order.
import asyncio


class Watching(asyncio.SubprocessProtocol):
    def __init__(self):
        self.events = []
        self.output = {}
        self.pipes = {}
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        self.events.append('made')

    def pipe_data_received(self, fd, data):
        self.output[fd] = self.output.get(fd, b'') + data

    def pipe_connection_lost(self, fd, exc):
        self.pipes[fd] = exc
        self.events.append('a pipe')

    def process_exited(self):
        self.events.append(f'exited {self.transport.get_returncode()}')

    def connection_lost(self, exc):
        self.events.append(f'lost {exc!r}')
        self.over.set_result(None)

    def pause_writing(self):
        self.events.append('pause')

    def resume_writing(self):
        self.events.append('resume')


async def main(trace):
    loop = asyncio.get_running_loop()

    async def child(title, *command, act=None, **keywords):
        transport, protocol = await loop.subprocess_exec(Watching, *command, **keywords)
        if act is not None:
            await act(transport)
        await protocol.over
        events = protocol.events
        trace(title, [events[0], events[-1]], [event for event in events if event.startswith('exited')])
        trace('flow', [event for event in events if event in ('pause', 'resume')])
        trace('output', [[fd, protocol.output[fd]] for fd in sorted(protocol.output)])
        trace('pipes', [[fd, type(protocol.pipes[fd]).__name__] for fd in sorted(protocol.pipes)])
        trace('after', transport.get_returncode(), transport.is_closing(), transport.get_protocol())
        return events

    await child('echo', 'echo', 'hello')
    await child('both', 'sh', '-c', 'echo out; echo err >&2; exit 3')
    await child('one', 'sh', '-c', 'echo out; echo err >&2; echo again', stderr=asyncio.subprocess.STDOUT)
    await child('none', 'true', stdin=None, stdout=None, stderr=None)

    async def writes(transport):
        stdin = transport.get_pipe_transport(0)
        trace('stdin', stdin, stdin.can_write_eof(), list(stdin.get_write_buffer_limits()))
        stdin.write(b'abc')
        stdin.writelines([b'def', b'', b'ghi'])
        stdin.write_eof()
        trace('closing', stdin.is_closing(), stdin)
        stdin.write(b'in vain')

    await child('cat', 'cat', act=writes)

    async def kills(transport):
        trace('running', transport.get_returncode(), transport)
        transport.kill()

    await child('kill', 'sleep', '60', act=kills)

    async def terminates(transport):
        transport.terminate()

    await child('terminate', 'sleep', '60', act=terminates)

    async def closes(transport):
        transport.close()
        transport.close()
        trace('closed', transport.is_closing())

    await child('close', 'sleep', '60', act=closes)

    async def late(transport):
        stdin = transport.get_pipe_transport(0)
        while not stdin.is_closing():
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.01)
        trace('its input', stdin)
        stdin.write(b'in vain')
        transport.kill()

    await child('closes its input', 'sh', '-c', 'exec 0<&-; exec sleep 60', act=late)

    async def much(transport):
        transport.get_pipe_transport(0).write(b'\n' + bytes(1000000))

    await child('reads nothing', 'sh', '-c', 'read line; exit 4', act=much)

    async def waits(transport):
        while transport.get_returncode() is None:
            await asyncio.sleep(0.01)
        trace('grandchild', [transport.get_pipe_transport(fd).is_closing() for fd in (1, 2)])

    trace('events', await child('leaves a child', 'sh', '-c', 'sleep 0.3 & exit 2', stdin=None, act=waits))

    async def deaf(transport):
        transport.get_pipe_transport(1).close()

    await child('nobody reads', 'sh', '-c', 'sleep 0.1; echo a', act=deaf)
