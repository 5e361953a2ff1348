/** `sock_recv` and its like: the loop's methods for the sockets of a program. */
import { AttributeError, OSError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { errorNumber } from '../../builtins/errno.js';
import { typeName } from '../../builtins/repr.js';
import type { ByteStream, Endpoint, InternetEndpoint, Listening } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { AddressInfo } from '../../core/contract/io_options.js';
import { checkedInteger, checkPortRange, inDigits, placeOf, unixPath } from '../../socket/address_arguments.js';
import { toAddress, toInternetEndpoint, type Address } from '../../socket/addresses.js';
import { AF_UNIX, SOCK_DGRAM } from '../../socket/constants.js';
import { systemError } from '../../socket/errors.js';
import { socketOf } from '../../socket/pairs.js';
import { socket } from '../../socket/socket.js';
import { accept } from './accepting.js';
import { asBytes } from '../../core/contract/bytes.js';
import { callFailed } from './connecting.js';
import { datagramsOf } from './datagram_reading.js';
import { resolve } from '../common/names.js';
import { outcome } from '../common/outcome.js';
import { readingOf } from './socket_reading.js';
import { checkSSLSocket } from '../tls/tls_options.js';

/** The socket of a method that calls Python's method of that name. */
export function checkedSocket(loop: AbstractEventLoop, sock: unknown, method: string): socket {
  if (!(sock instanceof socket)) throw new AttributeError(`'${typeName(sock)}' object has no attribute '${method}'`);
  checkSSLSocket(sock);
  if (loop.get_debug() && sock.gettimeout() !== 0) throw new ValueError('the socket must be non-blocking');
  sock._checkOpen();
  return sock;
}

function checkedSize(value: unknown, method: string): number {
  const size = checkedInteger(value);
  if (size < 0) throw new ValueError(`negative buffersize in ${method}`);
  return size;
}

function checkedBuffer(value: unknown, method: string): Uint8Array {
  const buffer = asBytes(value);
  if (buffer !== null) return buffer;
  throw new TypeError(`${method}() argument 1 must be read-write bytes-like object, not ${typeName(value)}`);
}

function checkedBytes(value: unknown): Uint8Array {
  const bytes = asBytes(value);
  if (bytes === null) throw new TypeError(`a bytes-like object is required, not '${typeName(value)}'`);
  return bytes;
}

/** Reads from a socket of either kind; of what comes by a connection nobody tells from where. */
function* receive(loop: AbstractEventLoop, sock: socket, size: number): Gen<[Uint8Array, Address | null]> {
  if (sock.type === SOCK_DGRAM) {
    const { data, from } = yield* datagramsOf(sock).next(loop, sock);
    return [data.length > size ? data.subarray(0, size) : data, toAddress(from)];
  }
  const stream = sock._stream;
  if (stream === null) throw systemError('ENOTCONN');
  return [yield* readingOf(stream).read(loop, sock, size), null];
}

export function* sockRecv(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<Uint8Array> {
  const [given, n] = bound;
  const sock = checkedSocket(loop, given, 'recv');
  return (yield* receive(loop, sock, checkedSize(n, 'recv')))[0];
}

export function* sockRecvInto(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<number> {
  const [given, buf] = bound;
  const sock = checkedSocket(loop, given, 'recv_into');
  const buffer = checkedBuffer(buf, 'recv_into');
  const [data] = yield* receive(loop, sock, buffer.length);
  buffer.set(data);
  return data.length;
}

export function* sockRecvfrom(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<[Uint8Array, Address | null]> {
  const [given, bufsize] = bound;
  const sock = checkedSocket(loop, given, 'recvfrom');
  return yield* receive(loop, sock, checkedSize(bufsize, 'recvfrom'));
}

export function* sockRecvfromInto(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<[number, Address | null]> {
  const [given, buf, nbytes = 0] = bound;
  const sock = checkedSocket(loop, given, 'recvfrom_into');
  const buffer = checkedBuffer(buf, 'recvfrom_into');
  const size = checkedSize(nbytes, 'recvfrom_into') || buffer.length;
  if (size > buffer.length) throw new ValueError('nbytes is greater than the length of the buffer');
  const [data, from] = yield* receive(loop, sock, size);
  buffer.set(data);
  return [data.length, from];
}

export function* sockSendall(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<null> {
  const [given, data] = bound;
  const sock = checkedSocket(loop, given, 'send');
  yield* send(loop, sock, checkedBytes(data));
  return null;
}

/** Sends to where a socket is connected. */
export function* send(loop: AbstractEventLoop, sock: socket, data: Uint8Array): Gen<void> {
  if (sock.type === SOCK_DGRAM) {
    if (sock._datagrams().remote === null) throw systemError('EDESTADDRREQ');
    yield* datagramsOf(sock).send(loop, sock, data, null);
    return;
  }
  const stream = sock._stream;
  if (stream === null) throw systemError('EPIPE');
  yield* readingOf(stream).write(loop, sock, data);
}

export function* sockSendto(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<number> {
  const [given, data, address] = bound;
  const sock = checkedSocket(loop, given, 'sendto');
  const bytes = checkedBytes(data);
  if (sock.type !== SOCK_DGRAM) {
    // A connection needs no address, and the system doesn't look at it.
    yield* send(loop, sock, bytes);
    return bytes.length;
  }
  const place = placeOf(sock.family, address, 'sendto');
  const to = inDigits(place) ?? (yield* resolved(loop, sock, [place.host, place.port]));
  const remote = sock._datagrams().remote as InternetEndpoint | null;
  const isConnected = remote !== null;
  if (isConnected && (remote.host !== to.host || remote.port !== to.port)) throw systemError('EISCONN');
  yield* datagramsOf(sock).send(loop, sock, bytes, isConnected ? null : to);
  return bytes.length;
}

/** An address whose host may be a name. */
function* resolved(loop: AbstractEventLoop, sock: socket, address: readonly unknown[]): Gen<InternetEndpoint> {
  const [host, port, , scope] = address;
  const wanted = { family: sock.family, type: sock.type, proto: sock.proto, flags: 0 };
  const [info] = yield* resolve(loop, host, port, wanted);
  const endpoint = toInternetEndpoint((info as AddressInfo)[4]) as InternetEndpoint;
  // What follows the port belongs to an address in digits; a name brings its own.
  const isOfAddress = endpoint.host === host && typeof scope === 'number' && scope !== 0;
  return isOfAddress ? { ...endpoint, scope } : endpoint;
}

export function* sockConnect(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<null> {
  const [given, address] = bound;
  const sock = checkedSocket(loop, given, 'connect');
  const to = yield* destination(loop, sock, address);
  if (sock.type === SOCK_DGRAM) yield* datagramsOf(sock).connect(loop, to as InternetEndpoint);
  else yield* connectStream(loop, sock, to);
  return null;
}

function* destination(loop: AbstractEventLoop, sock: socket, address: unknown): Gen<Endpoint> {
  if (sock.family === AF_UNIX) return { path: unixPath(address) };
  if (typeof address !== 'string' && !Array.isArray(address)) {
    throw new TypeError(`'${typeName(address)}' object is not subscriptable`);
  }
  const parts = typeof address === 'string' ? Array.from(address) : (address as readonly unknown[]);
  if (parts.length < 2) {
    throw new ValueError(`not enough values to unpack (expected 2, got ${String(parts.length)})`);
  }
  const [, port] = parts;
  if (typeof port === 'number') checkPortRange(port, 'connect');
  return yield* resolved(loop, sock, parts);
}

function* connectStream(loop: AbstractEventLoop, sock: socket, to: Endpoint): Gen<void> {
  // The system confirms the first connection when it is asked for another.
  if (sock._stream !== null || sock._listening !== null) throw systemError('EISCONN');
  const bound = sock._bound;
  const local = bound !== null && 'host' in bound ? bound : null;
  let stream: ByteStream;
  try {
    stream = yield* outcome<ByteStream>(
      loop,
      (done) => partOfNetwork('streams').connect(to, { local }, done),
      (late) => {
        late.destroy();
      },
    );
  } catch (error) {
    throw error instanceof OSError && 'host' in to ? describe(error, to, local !== null) : error;
  }
  sock._checkOpen();
  sock._connected(stream);
}

/** What is wrong with its own address `bind` would have said. */
function describe(error: OSError, to: InternetEndpoint, isBound: boolean): OSError {
  const isLocal = ['EADDRINUSE', 'EADDRNOTAVAIL'].some((code) => errorNumber(code) === error.errno);
  return isBound && isLocal ? error : callFailed(error, to);
}

export function* sockAccept(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<[socket, Address | null]> {
  const sock = checkedSocket(loop, bound[0], 'accept');
  if (sock._listening === null) throw systemError('EINVAL');
  const listening = yield* listeningOf(loop, sock);
  const stream = yield* accept(loop, listening);
  const connection = socketOf(stream);
  connection.setblocking(false);
  return [connection, toAddress(stream.remote)];
}

/** Has a socket listen, unless it does already. */
export function* listeningOf(loop: AbstractEventLoop, sock: socket, backlog = 128): Gen<Listening> {
  const listening = sock._listen(backlog);
  return yield* outcome<Listening>(loop, (done) => {
    listening.ask(done);
    return undefined;
  });
}
