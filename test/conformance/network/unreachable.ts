import * as asyncio from 'asyncio-ts';
import { attemptAwait, type Trace } from './kit';

const { AF_INET, SOCK_DGRAM, SOCK_STREAM } = asyncio.socket;
const NOWHERE = ['255.255.255.255', 9] as const;

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  const connect = (label: string, options: asyncio.CreateConnectionOptions = {}) =>
    attemptAwait(trace, label, () => loop.create_connection(asyncio.Protocol, ...NOWHERE, options));
  yield* connect('unreachable');
  yield* connect('unreachable, all errors', { all_errors: true });
  yield* connect('unreachable, happy eyeballs', { happy_eyeballs_delay: 0.1 });
  yield* connect('unreachable, from here', { local_addr: ['0.0.0.0', 0] });
  yield* attemptAwait(trace, 'streams', () => asyncio.open_connection(...NOWHERE));
  for (const type of [SOCK_STREAM, SOCK_DGRAM]) {
    const sock = new asyncio.socket.socket(AF_INET, type);
    sock.setblocking(false);
    yield* attemptAwait(trace, `sock_connect ${String(type)}`, () => loop.sock_connect(sock, [...NOWHERE]));
    sock.close();
  }
  yield* attemptAwait(trace, 'datagrams', () =>
    loop.create_datagram_endpoint(asyncio.DatagramProtocol, { remote_addr: [...NOWHERE] }),
  );
  return null;
});
