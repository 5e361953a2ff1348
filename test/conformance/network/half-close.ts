import * as asyncio from 'asyncio-ts';
import { attempt, Base, bytes, pair, type Trace } from './kit';

class Server extends Base {
  readonly ended = asyncio.get_running_loop().create_future<null>();

  constructor(readonly trace: Trace) {
    super();
  }

  override data_received(data: Uint8Array): void {
    this.trace('server got', data);
  }

  override eof_received(): boolean {
    this.trace('server eof', this.transport.is_reading(), this.transport.is_closing());
    this.ended.set_result(null);
    return true;
  }
}

class Client extends Base {
  readonly got = asyncio.get_running_loop().create_future<null>();

  constructor(readonly trace: Trace) {
    super();
  }

  override data_received(data: Uint8Array): void {
    this.trace('client got', data);
    this.got.set_result(null);
  }

  override eof_received(): void {
    this.trace('client eof');
  }
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  const [server, client, close] = yield* pair(
    () => new Server(trace),
    () => new Client(trace),
  );
  trace('can', client.transport.can_write_eof());
  client.transport.write(bytes('question'));
  client.transport.write_eof();
  client.transport.write_eof();
  attempt(trace, 'write', () => {
    client.transport.write(bytes('more'));
  });
  attempt(trace, 'writelines', () => {
    client.transport.writelines([bytes('more')]);
  });
  yield* server.ended;
  trace('server', server.transport.is_closing(), client.transport.is_closing());
  server.transport.write(bytes('answer'));
  yield* client.got;
  server.transport.close();
  trace('server lost', yield* server.lost);
  trace('client lost', yield* client.lost);
  yield* close();
  return null;
});
