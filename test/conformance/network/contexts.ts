import * as asyncio from 'asyncio-ts';
import { Base, bytes, placeOf, type Trace } from './kit';

const variable = new asyncio.contextvars.ContextVar<string>('variable', { default: 'none' });

class Noting extends Base {
  seen: string[] = [];
  readonly got = asyncio.get_running_loop().create_future<null>();

  constructor(readonly name: string) {
    super();
  }

  override connection_made(transport: asyncio.Transport): void {
    super.connection_made(transport);
    this.seen = [`made ${variable.get()}`];
    variable.set(`${this.name} made`);
  }

  override data_received(data: Uint8Array): void {
    void data;
    this.seen.push(`data ${variable.get()}`);
    variable.set(`${this.name} data`);
    if (this.seen.length === 3) this.got.set_result(null);
  }

  override connection_lost(exc: Error | null): void {
    this.seen.push(`lost ${variable.get()}`);
    super.connection_lost(exc);
  }
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  variable.set('server');
  const served: Noting[] = [];
  const factory = (): Noting => {
    served.push(new Noting('server'));
    return served[served.length - 1]!;
  };
  let server = yield* loop.create_server(factory, '127.0.0.1', 0);
  variable.set('client');
  const [transport, client] = yield* loop.create_connection(() => new Noting('client'), ...placeOf(server));
  variable.set('main');
  transport.write(bytes('one'));
  while (served.length === 0) yield* asyncio.sleep(0);
  const [first] = served as [Noting];
  yield* first.made;
  while (first.seen.length < 2) yield* asyncio.sleep(0);
  transport.write(bytes('two'));
  yield* first.got;
  transport.close();
  yield* client.lost;
  yield* first.lost;
  trace('server', ...first.seen);
  trace('client', ...client.seen);
  trace('main', variable.get());
  server.close();

  const seen: string[] = [];
  const callback = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
    seen.push(variable.get());
    variable.set('callback');
    yield* reader.read();
    seen.push(variable.get());
    writer.close();
  });
  server = yield* asyncio.start_server(callback, '127.0.0.1', 0);
  variable.set('later');
  for (let count = 0; count < 2; count++) {
    const [reader, writer] = yield* asyncio.open_connection(...placeOf(server));
    writer.write_eof();
    yield* reader.read();
    writer.close();
  }
  trace('callback', seen, variable.get());
  server.close();
  yield* server.wait_closed();
  return null;
});
