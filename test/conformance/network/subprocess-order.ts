import * as asyncio from 'asyncio-ts';
import { bytes, type Trace } from './kit';

class Watching extends asyncio.SubprocessProtocol {
  readonly events: string[] = [];
  readonly output = new Map<number, Uint8Array>();
  readonly pipes = new Map<number, Error | null>();
  readonly over = asyncio.get_running_loop().create_future<null>();
  transport!: asyncio.SubprocessTransport;

  override connection_made(transport: asyncio.SubprocessTransport): void {
    this.transport = transport;
    this.events.push('made');
  }

  override pipe_data_received(fd: number, data: Uint8Array): void {
    this.output.set(fd, Buffer.concat([this.output.get(fd) ?? bytes(''), data]));
  }

  override pipe_connection_lost(fd: number, exc: Error | null): void {
    this.pipes.set(fd, exc);
    this.events.push('a pipe');
  }

  override process_exited(): void {
    this.events.push(`exited ${String(this.transport.get_returncode())}`);
  }

  override connection_lost(exc: Error | null): void {
    this.events.push(`lost ${asyncio.repr(exc)}`);
    this.over.set_result(null);
  }

  override pause_writing(): void {
    this.events.push('pause');
  }

  override resume_writing(): void {
    this.events.push('resume');
  }
}

type Act = (transport: asyncio.SubprocessTransport) => asyncio.Gen<void>;

const inputOf = (transport: asyncio.SubprocessTransport): asyncio.WriteTransport =>
  transport.get_pipe_transport(0) as asyncio.WriteTransport;

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();

  function* child(
    title: string,
    command: readonly string[],
    act: Act | null = null,
    keywords: asyncio.SubprocessOptions = {},
  ): asyncio.Gen<readonly string[]> {
    const [program = '', ...args] = command;
    const [transport, protocol] = yield* loop.subprocess_exec(Watching, program, ...args, keywords);
    if (act !== null) yield* act(transport);
    yield* protocol.over;
    const events = protocol.events;
    trace(
      title,
      [events[0], events.at(-1)],
      events.filter((event) => event.startsWith('exited')),
    );
    trace(
      'flow',
      events.filter((event) => ['pause', 'resume'].includes(event)),
    );
    trace('output', [...protocol.output].sort());
    trace('pipes', [...protocol.pipes].map(([fd, exc]) => [fd, exc?.name ?? 'NoneType']).sort());
    trace('after', transport.get_returncode(), transport.is_closing(), transport.get_protocol());
    return events;
  }

  yield* child('echo', ['echo', 'hello']);
  yield* child('both', ['sh', '-c', 'echo out; echo err >&2; exit 3']);
  yield* child('one', ['sh', '-c', 'echo out; echo err >&2; echo again'], null, { stderr: asyncio.subprocess.STDOUT });
  yield* child('none', ['true'], null, { stdin: null, stdout: null, stderr: null });

  yield* child('cat', ['cat'], function* (transport) {
    const stdin = inputOf(transport);
    trace('stdin', stdin, stdin.can_write_eof(), stdin.get_write_buffer_limits());
    stdin.write(bytes('abc'));
    stdin.writelines([bytes('def'), bytes(''), bytes('ghi')]);
    stdin.write_eof();
    trace('closing', stdin.is_closing(), stdin);
    stdin.write(bytes('in vain'));
  });

  yield* child('kill', ['sleep', '60'], function* (transport) {
    trace('running', transport.get_returncode(), transport);
    transport.kill();
  });

  yield* child('terminate', ['sleep', '60'], function* (transport) {
    transport.terminate();
  });

  yield* child('close', ['sleep', '60'], function* (transport) {
    transport.close();
    transport.close();
    trace('closed', transport.is_closing());
  });

  yield* child('closes its input', ['sh', '-c', 'exec 0<&-; exec sleep 60'], function* (transport) {
    const stdin = inputOf(transport);
    while (!stdin.is_closing()) yield* asyncio.sleep(0.01);
    yield* asyncio.sleep(0.01);
    trace('its input', stdin);
    stdin.write(bytes('in vain'));
    transport.kill();
  });

  yield* child('reads nothing', ['sh', '-c', 'read line; exit 4'], function* (transport) {
    inputOf(transport).write(bytes('\n'.padEnd(1000000)));
  });

  const events = yield* child(
    'leaves a child',
    ['sh', '-c', 'sleep 0.3 & exit 2'],
    function* (transport) {
      while (transport.get_returncode() === null) yield* asyncio.sleep(0.01);
      trace(
        'grandchild',
        [1, 2].map((fd) => transport.get_pipe_transport(fd)?.is_closing()),
      );
    },
    { stdin: null },
  );
  trace('events', events);

  yield* child('nobody reads', ['sh', '-c', 'sleep 0.1; echo a'], function* (transport) {
    transport.get_pipe_transport(1)?.close();
  });
  return null;
});
