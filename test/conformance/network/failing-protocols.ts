import * as asyncio from 'asyncio-ts';
import { Base, bytes, pair, type Trace } from './kit';

class Failing extends Base {
  constructor(readonly method: string) {
    super();
  }

  override connection_made(transport: asyncio.Transport): void {
    super.connection_made(transport);
    this.#fail('connection_made');
  }

  override data_received(data: Uint8Array): void {
    void data;
    this.#fail('data_received');
  }

  override eof_received(): void {
    this.#fail('eof_received');
  }

  override connection_lost(exc: Error | null): void {
    super.connection_lost(exc);
    this.#fail('connection_lost');
  }

  #fail(method: string): void {
    if (method === this.method) throw new asyncio.ValueError(method);
  }
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, context) => {
    trace('report', context.message, context.exception, Object.keys(context).sort());
  });
  for (const method of ['data_received', 'eof_received', 'connection_lost', 'connection_made']) {
    trace(`--- ${method}`);
    const [server, client, close] = yield* pair(
      () => new Failing(method),
      () => new Base(),
    );
    client.transport.write(bytes('hello'));
    client.transport.write_eof();
    trace('lost', yield* server.lost);
    yield* close();
  }
  for (const raised of [
    new asyncio.OSError('of its own'),
    new asyncio.ConnectionResetError('gone'),
    new asyncio.LookupError('no'),
  ]) {
    const [server, client, close] = yield* pair(
      () => new Failing(''),
      () => new Base(),
    );
    server.data_received = () => {
      throw raised;
    };
    client.transport.write(bytes('hello'));
    trace('lost', yield* server.lost);
    yield* close();
  }
  return null;
});
