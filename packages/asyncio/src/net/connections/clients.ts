/** `create_connection` and `create_unix_connection`. */
import { OSError, ValueError } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';
import type { ByteStream } from '../../host/network.js';
import { logger } from '../../host/log.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { Transport } from '../../core/contract/transports.js';
import { AF_UNIX, SOCK_STREAM } from '../../socket/constants.js';
import type { socket } from '../../socket/socket.js';
import { connect, connectToAny } from '../sockets/connecting.js';
import { connectByGateway } from './gateway.js';
import { resolve } from '../common/names.js';
import { checkSSLSocket, checkTimeouts, type TLSOptions } from '../tls/tls_options.js';
import { makeTransport } from './making.js';
import { pathOf } from '../common/paths.js';
import { takeStream } from '../sockets/socket_reading.js';

interface ConnectionArguments extends TLSOptions {
  readonly factory: unknown;
  readonly host: string | null;
  readonly port: number | string | null;
  readonly family: number;
  readonly proto: number;
  readonly flags: number;
  readonly sock: socket | null;
  readonly local: readonly [string | null, number] | null;
  readonly delay: number | null;
  readonly interleave: number | null;
  readonly allErrors: boolean;
}

function connectionArguments(bound: readonly unknown[]): ConnectionArguments {
  return {
    factory: bound[0],
    host: (bound[1] ?? null) as string | null,
    port: (bound[2] ?? null) as number | string | null,
    ssl: (bound[3] ?? null) as TLSOptions['ssl'],
    family: (bound[4] ?? 0) as number,
    proto: (bound[5] ?? 0) as number,
    flags: (bound[6] ?? 0) as number,
    sock: (bound[7] ?? null) as socket | null,
    local: (bound[8] ?? null) as readonly [string | null, number] | null,
    hostname: (bound[9] ?? null) as string | null,
    handshakeTimeout: (bound[10] ?? null) as number | null,
    shutdownTimeout: (bound[11] ?? null) as number | null,
    isServer: false,
    delay: (bound[12] ?? null) as number | null,
    interleave: (bound[13] ?? null) as number | null,
    allErrors: (bound[14] ?? false) as boolean,
  };
}

export function* createConnection(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<[Transport, BaseProtocol]> {
  const given = connectionArguments(bound);
  const { host, ssl, sock } = given;
  const usesTLS = ssl !== null && ssl !== false;
  if (given.hostname !== null && !usesTLS) throw new ValueError('server_hostname is only meaningful with ssl');
  if (given.hostname === null && usesTLS && (host ?? '') === '') {
    throw new ValueError('You must set server_hostname when using ssl without a host');
  }
  checkTimeouts(given, usesTLS);
  if (sock !== null) checkSSLSocket(sock);
  const hostname = usesTLS ? (given.hostname ?? host) : null;
  const stream = yield* streamFor(loop, given);
  const pair = yield* makeTransport(loop, stream, given.factory, { ...given, hostname });
  if (loop.get_debug()) {
    logger.debug('%r connected to %s:%r: (%r, %r)', pair[0].get_extra_info('socket'), host, given.port, ...pair);
  }
  return pair;
}

function* streamFor(loop: AbstractEventLoop, given: ConnectionArguments): Gen<ByteStream> {
  const { host, port, sock, local, family, proto, flags, delay } = given;
  if (host === null && port === null) {
    if (sock === null) throw new ValueError('host and port was not specified and no sock specified');
    if (sock.type !== SOCK_STREAM) throw new ValueError(`A Stream Socket was expected, got ${repr(sock)}`);
    return takeStream(loop, sock);
  }
  if (sock !== null) throw new ValueError('host/port and sock can not be specified at the same time');
  const byGateway = yield* connectByGateway(loop, host, port, local !== null);
  if (byGateway !== null) return byGateway;
  const wanted = { family, type: SOCK_STREAM, proto, flags };
  const infos = yield* resolve(loop, host, port, wanted);
  if (infos.length === 0) throw new OSError('getaddrinfo() returned empty list');
  return yield* connectToAny(loop, infos, {
    local: local === null ? null : yield* resolve(loop, local[0], local[1], wanted),
    delay,
    interleave: given.interleave ?? (delay === null ? 0 : 1),
    allErrors: given.allErrors,
  });
}

export function* createUnixConnection(
  loop: AbstractEventLoop,
  bound: readonly unknown[],
): Gen<[Transport, BaseProtocol]> {
  const [factory, path, ssl = null, sock, hostname = null, handshakeTimeout = null, shutdownTimeout = null] = bound as [
    unknown,
    unknown,
    TLSOptions['ssl'] | undefined,
    socket | null | undefined,
    string | null | undefined,
    number | null | undefined,
    number | null | undefined,
  ];
  const usesTLS = ssl !== null && ssl !== false;
  if (usesTLS && hostname === null) throw new ValueError('you have to pass server_hostname when using ssl');
  if (!usesTLS && hostname !== null) throw new ValueError('server_hostname is only meaningful with ssl');
  const options = { ssl, hostname, handshakeTimeout, shutdownTimeout, isServer: false };
  checkTimeouts(options, usesTLS);
  const stream = yield* unixStream(loop, path, sock ?? null);
  return yield* makeTransport(loop, stream, factory, options);
}

function* unixStream(loop: AbstractEventLoop, path: unknown, sock: socket | null): Gen<ByteStream> {
  if (path === null || path === undefined) {
    if (sock === null) throw new ValueError('no path and sock were specified');
    if (sock.family !== AF_UNIX || sock.type !== SOCK_STREAM) {
      throw new ValueError(`A UNIX Domain Stream Socket was expected, got ${repr(sock)}`);
    }
    return takeStream(loop, sock);
  }
  if (sock !== null) throw new ValueError('path and sock can not be specified at the same time');
  return yield* connect(loop, { path: pathOf(path) }, null);
}

export function* connectAcceptedSocket(
  loop: AbstractEventLoop,
  bound: readonly unknown[],
): Gen<[Transport, BaseProtocol]> {
  const [factory, sock, ssl = null, handshakeTimeout = null, shutdownTimeout = null] = bound as [
    unknown,
    socket,
    TLSOptions['ssl'] | undefined,
    number | null | undefined,
    number | null | undefined,
  ];
  if (sock.type !== SOCK_STREAM) throw new ValueError(`A Stream Socket was expected, got ${repr(sock)}`);
  const options = { ssl, hostname: null, handshakeTimeout, shutdownTimeout, isServer: true };
  checkTimeouts(options, ssl !== null && ssl !== false);
  checkSSLSocket(sock);
  const pair = yield* makeTransport(loop, takeStream(loop, sock), factory, options);
  if (loop.get_debug()) logger.debug('%r handled: (%r, %r)', pair[0].get_extra_info('socket'), ...pair);
  return pair;
}
