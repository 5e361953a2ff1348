/** What the programs share. */
import * as asyncio from 'asyncio-ts';

/** Writes a line. */
export type Trace = (...values: unknown[]) => void;

/** A text as bytes. */
export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Where a server listens. */
export const placeOf = (server: asyncio.Server): readonly [string, number] => server.sockets[0]!.getsockname();

/** Writes what an action gives or raises. */
export function attempt(trace: Trace, label: string, action: () => unknown): void {
  try {
    trace(label, action() ?? null);
  } catch (error) {
    trace(label, error);
  }
}

/** The same for what is awaited. */
export function* attemptAwait(
  trace: Trace,
  label: string,
  awaitable: () => asyncio.Awaitable<unknown>,
): asyncio.Gen<void> {
  try {
    trace(label, (yield* asyncio.await_(awaitable())) ?? null);
  } catch (error) {
    trace(label, error);
  }
}

/** A protocol that keeps its transport, and tells of the end. */
export class Base extends asyncio.Protocol {
  readonly lost: asyncio.Future<unknown> = asyncio.get_running_loop().create_future();
  readonly made: asyncio.Future<asyncio.Transport> = asyncio.get_running_loop().create_future();
  transport!: asyncio.Transport;

  override connection_made(transport: asyncio.Transport): void {
    this.transport = transport;
    this.made.set_result(transport);
  }

  override connection_lost(exc: Error | null): void {
    this.lost.set_result(exc);
  }
}

/** A server for one connection, and a client of it. */
export function* pair<S extends Base, C extends Base>(
  makeServer: () => S,
  makeClient: () => C,
): asyncio.Gen<[server: S, client: C, close: () => asyncio.Gen<void>]> {
  const loop = asyncio.get_running_loop();
  const made = makeServer();
  const server = yield* loop.create_server(() => made, '127.0.0.1', 0);
  const [, client] = yield* loop.create_connection(makeClient, ...placeOf(server));
  yield* made.made;
  return [
    made,
    client,
    function* () {
      client.transport.close();
      made.transport.close();
      server.close();
      yield* server.wait_closed();
      if (!client.lost.done()) yield* client.lost;
    },
  ];
}
