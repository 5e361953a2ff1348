import * as asyncio from 'asyncio-ts';
import { bytes } from './kit';

class Noting extends asyncio.Protocol {
  readonly lost = asyncio.get_running_loop().create_future<null>();
  readonly received = asyncio.get_running_loop().create_future<Uint8Array>();
  transport!: asyncio.Transport;

  constructor(
    readonly trace: (...values: unknown[]) => void,
    readonly name: string,
  ) {
    super();
  }

  override connection_made(transport: asyncio.Transport): void {
    this.transport = transport;
    if (this.name === 'client') this.trace(this.name, 'made', transport.is_reading(), transport.is_closing());
  }

  override data_received(data: Uint8Array): void {
    this.trace(this.name, 'data', data);
    if (!this.received.done()) this.received.set_result(data);
  }

  override eof_received(): void {
    this.trace(this.name, 'eof');
  }

  override connection_lost(exc: Error | null): void {
    this.trace(this.name, 'lost', exc, this.transport.is_closing());
    this.lost.set_result(null);
  }
}

export const main = asyncio.coroutine(function* (trace: (...values: unknown[]) => void) {
  const loop = asyncio.get_running_loop();
  const made: Noting[] = [];
  const factory = (): Noting => {
    made.push(new Noting(trace, 'server'));
    return made[made.length - 1]!;
  };
  const server = yield* loop.create_server(factory, '127.0.0.1', 0);
  const [host, port] = server.sockets[0]!.getsockname();
  const [transport, client] = yield* loop.create_connection(() => new Noting(trace, 'client'), host, port);
  const peer = transport.get_extra_info('peername') as [string, number];
  trace('connected', transport.get_protocol() === client, peer[0] === host && peer[1] === port);
  transport.write(bytes('hello'));
  while (made.length === 0) yield* asyncio.sleep(0);
  yield* made[0]!.received;
  made[0]!.transport.writelines([bytes('to '), bytes('you')]);
  yield* client.received;
  transport.close();
  trace('closing', transport.is_closing(), transport.is_reading());
  yield* client.lost;
  yield* made[0]!.lost;
  server.close();
  yield* server.wait_closed();
  trace('closed', server.is_serving(), server.sockets.length === 0);
  return null;
});
