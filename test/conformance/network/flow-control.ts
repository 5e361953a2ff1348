import * as asyncio from 'asyncio-ts';
import { attempt, Base, pair, type Trace } from './kit';

class Server extends Base {
  count = 0;
  wanted = 0;
  readonly all = asyncio.get_running_loop().create_future<null>();

  override data_received(data: Uint8Array): void {
    this.count += data.length;
    if (this.count === this.wanted) this.all.set_result(null);
  }
}

class Client extends Base {
  readonly resumed = asyncio.get_running_loop().create_future<null>();

  constructor(readonly trace: Trace) {
    super();
  }

  override pause_writing(): void {
    this.trace('pause', this.transport.get_write_buffer_size() > 1000);
  }

  override resume_writing(): void {
    this.trace('resume', this.transport.get_write_buffer_size() <= 100);
    if (!this.resumed.done()) this.resumed.set_result(null);
  }
}

const limits = (transport: asyncio.Transport): string => `(${transport.get_write_buffer_limits().join(', ')})`;
const python = (value: number | null): string => (value === null ? 'None' : String(value));

export const main = asyncio.coroutine(function* (trace: Trace) {
  const [server, client, close] = yield* pair(
    () => new Server(),
    () => new Client(trace),
  );
  const { transport } = client;
  trace(`limits ${limits(transport)}`);
  for (const [high, low] of [
    [1000, null],
    [null, 100],
    [null, null],
    [0, null],
    [5, 6],
    [5, -1],
    [1000, 100],
  ] as const) {
    attempt(trace, `${python(high)} ${python(low)}`, () => {
      transport.set_write_buffer_limits(high, low);
    });
    trace(`limits ${limits(transport)}`);
  }
  server.transport.pause_reading();
  server.transport.pause_reading();
  trace('reading', server.transport.is_reading());
  const block = new Uint8Array(10_000_000);
  server.wanted = 3 * block.length;
  transport.write(block);
  transport.write(block);
  transport.writelines([block]);
  trace('got', server.count);
  server.transport.resume_reading();
  server.transport.resume_reading();
  trace('reading', server.transport.is_reading());
  yield* client.resumed;
  yield* server.all;
  trace('all', server.count, transport.get_write_buffer_size());
  yield* close();
  return null;
});
