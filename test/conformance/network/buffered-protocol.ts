import * as asyncio from 'asyncio-ts';
import { Base, bytes, pair, type Trace } from './kit';

class Buffered extends asyncio.BufferedProtocol {
  readonly memory: Uint8Array;
  got = '';
  transport!: asyncio.Transport;
  readonly made = asyncio.get_running_loop().create_future<asyncio.Transport>();
  readonly lost = asyncio.get_running_loop().create_future<unknown>();
  readonly all = asyncio.get_running_loop().create_future<null>();

  constructor(
    readonly trace: Trace,
    size: number,
  ) {
    super();
    this.memory = new Uint8Array(size);
  }

  override connection_made(transport: asyncio.Transport): void {
    this.transport = transport;
    this.made.set_result(transport);
  }

  override get_buffer(sizehint: number): Uint8Array {
    if (this.got === '') this.trace('get_buffer', sizehint);
    if (this.memory.length === 1) throw new asyncio.ValueError('no memory');
    return this.memory;
  }

  override buffer_updated(nbytes: number): void {
    this.got += Buffer.from(this.memory.subarray(0, nbytes)).toString('latin1');
    if (this.memory.length === 2) throw new asyncio.ValueError('not this');
    if (this.got.length === 12) this.all.set_result(null);
  }

  override eof_received(): void {
    this.trace('eof');
  }

  override connection_lost(exc: Error | null): void {
    this.lost.set_result(exc);
  }
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, context) => {
    trace('report', context.message, context.exception);
  });
  for (const size of [5, 0, 1, 2]) {
    const [server, client, close] = yield* pair(
      () => new Buffered(trace, size) as never as Base,
      () => new Base(),
    );
    const buffered = server as never as Buffered;
    client.transport.write(bytes('hello, world'));
    if (size === 5) {
      yield* buffered.all;
      client.transport.close();
    }
    trace('lost', yield* buffered.lost, bytes(buffered.got));
    yield* close();
  }
  const [server, client] = yield* pair(
    () => new Base(),
    () => new Base(),
  );
  const buffered = new Buffered(trace, 100);
  server.transport.set_protocol(buffered);
  trace('protocol', server.transport.get_protocol() === buffered);
  client.transport.write(bytes('twelve bytes'));
  yield* buffered.all;
  trace('got', bytes(buffered.got));
  client.transport.close();
  trace('lost', yield* buffered.lost);
  yield* client.lost;
  return null;
});
