import type { Socket } from 'node:net';
import * as asyncio from 'asyncio-ts';
import { attemptAwait, Base, bytes, pair, placeOf, type Trace } from './kit';

/** Python's program sets `SO_LINGER` for that. */
function reset(transport: asyncio.Transport): void {
  interface Inner {
    _replaceStream(look: (stream: { readonly socket: Socket }) => object): void;
  }
  (transport as unknown as Inner)._replaceStream((stream) => {
    stream.socket.resetAndDestroy();
    return stream;
  });
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, context) => {
    trace('report', context.message);
  });
  const [first, client, close] = yield* pair(
    () => new Base(),
    () => new Base(),
  );
  reset(first.transport);
  trace('protocol', yield* client.lost);
  yield* close();

  const resets = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
    writer.write(bytes('a line\nand'));
    yield* writer.drain();
    yield* reader.readline();
    reset(writer.transport);
  });
  const server = yield* asyncio.start_server(resets, '127.0.0.1', 0);
  const [reader, writer] = yield* asyncio.open_connection(...placeOf(server));
  trace('line', yield* reader.readline());
  writer.write(bytes('go\n'));
  yield* attemptAwait(trace, 'read', () => reader.readexactly(10));
  yield* attemptAwait(trace, 'read', () => reader.read());
  trace('exception', reader.exception());
  yield* attemptAwait(trace, 'drain', () => writer.drain());
  yield* attemptAwait(trace, 'wait_closed', () => writer.wait_closed());
  writer.write(bytes('in vain'));
  writer.close();
  server.close();
  yield* server.wait_closed();
  return null;
});
