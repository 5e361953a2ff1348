import * as asyncio from 'asyncio-ts';
import { attemptAwait, bytes, type Trace } from './kit';

const { AF_INET, SHUT_WR, SOCK_DGRAM, SOCK_STREAM } = asyncio.socket;
type Place = [string, number];

/** A socket that doesn't block. */
function made(type = SOCK_STREAM): asyncio.socket.socket {
  const sock = new asyncio.socket.socket(AF_INET, type);
  sock.setblocking(false);
  return sock;
}

const isSame = (one: unknown, other: unknown): boolean => asyncio.repr(one) === asyncio.repr(other);

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  const listening = made();
  listening.bind(['127.0.0.1', 0]);
  yield* asyncio.await_(listening.listen());
  const place: Place = listening.getsockname();

  let client = made();
  const accepting = asyncio.create_task(loop.sock_accept(listening));
  trace('connect', yield* loop.sock_connect(client, place));
  const [server, peer] = yield* accepting;
  trace('accepted', isSame(peer, client.getsockname()), isSame(client.getpeername(), place));
  trace('sendall', yield* loop.sock_sendall(client, bytes('hello')));
  trace('recv', yield* loop.sock_recv(server, 3), yield* loop.sock_recv(server, 100));
  const buffer = Buffer.alloc(4);
  yield* loop.sock_sendall(server, bytes('answer'));
  trace('recv_into', yield* loop.sock_recv_into(client, buffer), buffer, yield* loop.sock_recv(client, 10));
  trace('nothing', yield* loop.sock_recv(client, 0), yield* loop.sock_sendall(client, bytes('')));

  const task = asyncio.create_task(loop.sock_recv(server, 10));
  yield* asyncio.sleep(0);
  task.cancel();
  yield* attemptAwait(trace, 'cancelled', () => task);
  yield* loop.sock_sendall(client, bytes('still there'));
  trace('after', yield* loop.sock_recv(server, 100));

  client.shutdown(SHUT_WR);
  trace('end', yield* loop.sock_recv(server, 10), yield* loop.sock_recv(server, 10));
  yield* loop.sock_sendall(server, bytes('x'));
  trace('half', yield* loop.sock_recv(client, 10));
  yield* attemptAwait(trace, 'shut', () => loop.sock_sendall(client, bytes('x')));
  client.close();
  yield* attemptAwait(trace, 'closed', () => loop.sock_recv(client, 10));
  server.close();
  listening.close();

  client = made();
  yield* attemptAwait(trace, 'unconnected', () => loop.sock_sendall(client, bytes('x')));
  yield* attemptAwait(trace, 'refused', () => loop.sock_connect(client, ['127.0.0.1', 1]));
  yield* attemptAwait(trace, 'no address', () => loop.sock_connect(client, 5 as never));
  client.close();

  const [ours, theirs] = [made(SOCK_DGRAM), made(SOCK_DGRAM)];
  for (const each of [ours, theirs]) each.bind(['127.0.0.1', 0]);
  trace('sendto', yield* loop.sock_sendto(ours, bytes('datagram'), theirs.getsockname()));
  const [data, sender] = yield* loop.sock_recvfrom(theirs, 100);
  trace('recvfrom', data, isSame(sender, ours.getsockname()));
  yield* loop.sock_sendto(ours, bytes('datagram'), theirs.getsockname());
  const [count, from] = yield* loop.sock_recvfrom_into(theirs, buffer, 4);
  trace('recvfrom_into', count, buffer, isSame(from, ours.getsockname()));
  ours.close();
  theirs.close();
  return null;
});
