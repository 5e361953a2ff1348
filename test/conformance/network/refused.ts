import { createServer } from 'node:net';
import * as asyncio from 'asyncio-ts';
import { attemptAwait, placeOf, type Trace } from './kit';

type Method = (...args: unknown[]) => asyncio.Coroutine<unknown>;

/** A port at which nobody listens. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        resolve(port);
      });
    });
  });
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  const methods = loop as unknown as Record<string, Method>;
  const free = yield* asyncio.await_(freePort());
  const call =
    (method: string) =>
    (label: string, ...args: unknown[]) =>
      attemptAwait(trace, label, () => methods[method]!(asyncio.Protocol, ...args));
  const connect = call('create_connection');
  const serve = call('create_server');
  yield* connect('refused', '127.0.0.1', free);
  yield* connect('refused, all errors', '127.0.0.1', free, { all_errors: true });
  yield* connect('refused, happy eyeballs', '127.0.0.1', free, { happy_eyeballs_delay: 0.1 });
  yield* connect('no name', 'nothing.invalid', 80);
  yield* connect('no service', '127.0.0.1', 'no-such-service');
  yield* connect('wrong family', '127.0.0.1', free, { family: asyncio.socket.AF_INET6 });
  yield* connect('no address', null, null);
  yield* connect('hostname without ssl', '127.0.0.1', free, { server_hostname: 'x' });
  yield* connect('handshake without ssl', '127.0.0.1', free, { ssl_handshake_timeout: 1 });
  yield* connect('shutdown without ssl', '127.0.0.1', free, { ssl_shutdown_timeout: 1 });
  yield* connect('ssl without a name', null, free, { ssl: true });
  yield* connect('unknown keyword', '127.0.0.1', free, { hots: 'x' });
  yield* connect('local address of elsewhere', '127.0.0.1', free, { local_addr: ['8.8.8.8', 0] });
  const server = yield* loop.create_server(asyncio.Protocol, '127.0.0.1', 0);
  yield* serve('taken', ...placeOf(server));
  yield* serve('of elsewhere', '8.8.8.8', 0);
  yield* serve('nothing', null, null);
  yield* serve('ssl', '127.0.0.1', 0, { ssl: true });
  yield* serve('handshake without ssl', '127.0.0.1', 0, { ssl_handshake_timeout: 1 });
  server.close();
  const unixConnect = call('create_unix_connection');
  const unixServe = call('create_unix_server');
  yield* unixConnect('unix: missing', '/nowhere/x');
  yield* unixServe('unix: no folder', '/nowhere/x');
  yield* unixConnect('unix: nothing');
  yield* unixServe('unix: nothing');
  yield* unixConnect('unix: type', 5);
  yield* unixConnect('unix: name', '/x', { server_hostname: 'a' });
  yield* unixConnect('unix: no name', '/x', { ssl: true });
  yield* unixServe('unix: ssl', '/x', { ssl: true });
  return null;
});
