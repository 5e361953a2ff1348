/** Streams that a program puts together itself: readers, writers and their protocol, on connections of this machine. */
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise, outcome } from '../support/outcomes';
import { bytes, portOf, text } from '../support/tls';

failOnNoise();

/** A protocol of streams that tells what transports call. */
class Telling extends asyncio.StreamReaderProtocol {
  readonly told: string[] = [];

  override connection_made(transport: asyncio.Transport): void {
    this.told.push('made');
    super.connection_made(transport);
  }
  override data_received(data: Uint8Array): void {
    this.told.push(`received ${text(data)}`);
    super.data_received(data);
  }
  override eof_received(): boolean {
    this.told.push('eof');
    return super.eof_received();
  }
  override pause_writing(): void {
    this.told.push('pause');
    super.pause_writing();
  }
  override resume_writing(): void {
    this.told.push('resume');
    super.resume_writing();
  }
  override connection_lost(exc: Error | null): void {
    this.told.push(`lost ${asyncio.repr(exc)}`);
    super.connection_lost(exc);
  }
}

test('a reader, a protocol and a writer of a program make a stream', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const answer = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      writer.writelines({ data: [bytes('got '), yield* reader.readline()] });
      writer.write_eof();
      yield* reader.read();
      writer.close();
    });
    const server = yield* asyncio.start_server({
      client_connected_cb: answer,
      host: '127.0.0.1',
      port: 0,
      limit: 1000,
    });
    const reader = new asyncio.StreamReader(100, { loop });
    const protocol = new Telling({ stream_reader: reader, loop });
    const [transport] = yield* loop.create_connection(() => protocol, '127.0.0.1', { port: portOf(server) });
    transport.set_write_buffer_limits(8);
    const writer = new asyncio.StreamWriter(transport, protocol, { reader, loop });
    expect([writer.transport === transport, writer.is_closing(), writer.can_write_eof()]).toEqual([true, false, true]);
    expect(writer.get_extra_info({ name: 'peername' })).toEqual(['127.0.0.1', portOf(server)]);
    expect(writer.get_extra_info('nothing', 'else')).toBe('else');
    writer.write({ data: bytes('a line\n') });
    yield* writer.drain();
    const lines: string[] = [];
    yield* asyncio.async_for(reader, function* (line) {
      lines.push(text(line));
    });
    expect(lines).toEqual(['got a line\n']);
    expect(reader.at_eof()).toBe(true);
    writer.write(new Uint8Array(16_000_000));
    yield* writer.drain();
    writer.close();
    yield* writer.wait_closed();
    server.close();
    yield* server.wait_closed();
    return protocol.told;
  });
  expect(await asyncio.run(main())).toEqual(['made', 'received got a line\n', 'eof', 'pause', 'resume', 'lost None']);
});

test('a protocol with a callback is that of a server', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const greeted = loop.create_future<string>();
    const greet = (reader: asyncio.StreamReader, writer: asyncio.StreamWriter): void => {
      greeted.set_result(asyncio.repr(reader).replace(/<_Sel.*/, '…'));
      writer.close();
    };
    const factory = (): asyncio.StreamReaderProtocol =>
      new asyncio.StreamReaderProtocol(new asyncio.StreamReader(), greet, { loop });
    const server = yield* loop.create_server(factory, { host: '127.0.0.1', port: 0 });
    const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(server), { limit: 10 });
    expect(yield* reader.read()).toHaveLength(0);
    writer.close();
    server.close();
    return yield* greeted;
  });
  expect(await asyncio.run(main())).toBe('<StreamReader transport=…');
});

test('a reader pauses the transport that it is told of', async () => {
  const calls: string[] = [];
  class Noting extends asyncio.ReadTransport {
    override pause_reading(): void {
      calls.push('pause');
    }
    override resume_reading(): void {
      calls.push('resume');
    }
  }
  const main = asyncio.coroutine(function* () {
    const reader = new asyncio.StreamReader({ limit: 2 });
    reader.set_transport({ transport: new Noting() });
    expect(outcome(() => reader.set_transport(new Noting()))).toBe('AssertionError: Transport already set');
    reader.feed_data({ data: bytes('hello') });
    expect(text(yield* reader.readexactly({ n: 4 }))).toBe('hell');
    reader.feed_eof();
    const rest = yield* reader.__aiter__().__anext__();
    reader.set_exception({ exc: new asyncio.ValueError('over') });
    expect(asyncio.repr(reader.exception())).toBe("ValueError('over')");
    return text(rest);
  });
  expect(await asyncio.run(main())).toBe('o');
  expect(calls).toEqual(['pause', 'resume']);
});

test('wrong arguments of streams are called wrong in the words of CPython', async () => {
  const main = asyncio.coroutine(function* () {
    const server = yield* asyncio.start_server(() => undefined, '127.0.0.1', { port: 0 });
    const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(server));
    const { transport } = writer;
    const said = [
      ...['write', 'writelines', 'get_extra_info', 'start_tls'].map((name) => calling(writer, name, { x: 1 })),
      ...['read', 'readexactly', 'readuntil', 'feed_data', 'set_exception', 'set_transport'].map((name) =>
        calling(reader, name, { x: 1 }),
      ),
      ...['set_protocol', 'write', 'writelines', 'set_write_buffer_limits', 'get_extra_info'].map((name) =>
        calling(transport, name, { x: 1 }),
      ),
      calling(asyncio, 'open_connection', 1, 2, 3),
      calling(asyncio, 'start_server'),
    ];
    writer.close();
    server.close_clients();
    server.close();
    return said;
  });
  const unexpected = (name: string): string => `TypeError: ${name}() got an unexpected keyword argument 'x'`;
  expect(await asyncio.run(main())).toEqual([
    ...['write', 'writelines', 'get_extra_info', 'start_tls'].map((name) => unexpected(`StreamWriter.${name}`)),
    ...['read', 'readexactly', 'readuntil', 'feed_data', 'set_exception', 'set_transport'].map((name) =>
      unexpected(`StreamReader.${name}`),
    ),
    ...['set_protocol', 'write', 'writelines'].map((name) => unexpected(`_SelectorSocketTransport.${name}`)),
    unexpected('_FlowControlMixin.set_write_buffer_limits'),
    unexpected('BaseTransport.get_extra_info'),
    'TypeError: open_connection() takes from 0 to 2 positional arguments but 3 were given',
    "TypeError: start_server() missing 1 required positional argument: 'client_connected_cb'",
  ]);
});

test('a writer and a protocol say what they were not given', () => {
  const Writer = asyncio.StreamWriter as unknown as new (...args: unknown[]) => unknown;
  const Protocol = asyncio.StreamReaderProtocol as unknown as new (...args: unknown[]) => unknown;
  expect(outcome(() => new Writer(null, null))).toBe(
    "TypeError: StreamWriter.__init__() missing 2 required positional arguments: 'reader' and 'loop'",
  );
  expect(outcome(() => new Protocol())).toBe(
    "TypeError: StreamReaderProtocol.__init__() missing 1 required positional argument: 'stream_reader'",
  );
});
