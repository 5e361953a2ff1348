import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { attemptAwait, bytes, type Trace } from './kit';

const greet: asyncio.ClientConnectedCallback = (_reader, writer) => {
  writer.write(bytes('hello'));
  writer.close();
};

export const main = asyncio.coroutine(function* (trace: Trace, folder: string) {
  const path = `${folder}/socket`;
  let server = yield* asyncio.start_unix_server(greet, path);
  trace('server', String(server), server.sockets[0]!.getsockname(), statSync(path).isSocket());
  let [reader, writer] = yield* asyncio.open_unix_connection(path);
  trace(
    'client',
    String(writer.get_extra_info('socket')),
    asyncio.repr(writer.get_extra_info('peername')),
    writer.get_extra_info('sockname'),
  );
  trace('read', yield* reader.read());
  writer.close();
  yield* writer.wait_closed();
  server.close();
  yield* server.wait_closed();
  trace('removed', existsSync(path));
  yield* attemptAwait(trace, 'gone', () => asyncio.open_unix_connection(path));

  server = yield* asyncio.start_unix_server(greet, path, { cleanup_socket: false });
  server.close();
  yield* server.wait_closed();
  trace('kept', existsSync(path));
  yield* attemptAwait(trace, 'nobody listens', () => asyncio.open_unix_connection(path));
  server = yield* asyncio.start_unix_server(greet, path);
  trace('replaced', server.is_serving());
  rmSync(path);
  writeFileSync(path, 'mine');
  server.close();
  yield* server.wait_closed();
  trace('not mine', existsSync(path));
  yield* attemptAwait(trace, 'a file', () => asyncio.start_unix_server(greet, path));
  server = yield* asyncio.start_unix_server(greet, bytes(`${path}2`));
  [reader, writer] = yield* asyncio.open_unix_connection(bytes(`${path}2`));
  trace('bytes', yield* reader.read());
  writer.close();
  server.close();
  yield* server.wait_closed();
  return null;
});
