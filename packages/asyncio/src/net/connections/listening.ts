/** `create_server` and `create_unix_server`. */
import { OSError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { errorNumber } from '../../builtins/errno.js';
import { repr, str } from '../../builtins/repr.js';
import { logger } from '../../host/log.js';
import type { Endpoint, InternetEndpoint, Listening, ListenOptions } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Gen } from '../../core/common/awaitable.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { gather } from '../../core/waiting/gather.js';
import type { AddressInfo } from '../../core/contract/io_options.js';
import type { BaseProtocol, ProtocolFactory } from '../../core/contract/protocols.js';
import { sleep } from '../../core/tasks/sleep.js';
import { reprAddress, toAddress, toInternetEndpoint } from '../../socket/addresses.js';
import { AF_INET, AF_INET6, AF_UNIX, AI_PASSIVE, IPPROTO_TCP, SOCK_STREAM } from '../../socket/constants.js';
import type { socket } from '../../socket/socket.js';
import type { SSLContext } from '../../ssl/context.js';
import { resolve } from '../common/names.js';
import { outcome } from '../common/outcome.js';
import { pathOf } from '../common/paths.js';
import { listeningOf } from '../sockets/sockets.js';
import { socketListening } from '../../core/loop/server_sockets.js';
import type { ServerExtras } from '../../core/loop/server_parts.js';
import { Server } from '../../core/loop/servers.js';
import { checkSSLSocket, checkTimeouts, type TLSOptions } from '../tls/tls_options.js';

interface ServerArguments extends TLSOptions {
  readonly factory: unknown;
  readonly host: unknown;
  readonly port: unknown;
  readonly family: number;
  readonly flags: number;
  readonly sock: socket | null;
  readonly backlog: number;
  readonly reusePort: boolean;
  readonly keepAlive: boolean;
  readonly starts: boolean;
}

function serverArguments(bound: readonly unknown[]): ServerArguments {
  return {
    factory: bound[0],
    host: bound[1] ?? null,
    port: bound[2] ?? null,
    family: (bound[3] ?? 0) as number,
    flags: (bound[4] ?? AI_PASSIVE) as number,
    sock: (bound[5] ?? null) as socket | null,
    backlog: (bound[6] ?? 100) as number,
    ssl: (bound[7] ?? null) as TLSOptions['ssl'],
    hostname: null,
    // What it asks for, libuv does for every server.
    reusePort: Boolean(bound[9] ?? false),
    keepAlive: Boolean(bound[10] ?? false),
    handshakeTimeout: (bound[11] ?? null) as number | null,
    shutdownTimeout: (bound[12] ?? null) as number | null,
    isServer: true,
    starts: (bound[13] ?? true) as boolean,
  };
}

function checkTLS(options: TLSOptions): void {
  if (typeof options.ssl === 'boolean') throw new TypeError('ssl argument must be an SSLContext or None');
  checkTimeouts(options, options.ssl !== null);
}

export function* createServer(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<Server> {
  const given = serverArguments(bound);
  checkTLS(given);
  if (given.sock !== null) checkSSLSocket(given.sock);
  const sockets = yield* socketsFor(loop, given);
  return yield* serve(loop, { ...given, options: given, sockets, cleanUp: null });
}

/** What a server is made of, and whether it starts at once. */
interface Serving extends ServerExtras {
  readonly factory: unknown;
  readonly options: TLSOptions;
  readonly sockets: readonly socket[];
  readonly backlog: number;
  readonly starts: boolean;
}

function* serve(loop: AbstractEventLoop, serving: Serving): Gen<Server> {
  const { options, starts, sockets, backlog } = serving;
  const factory = serving.factory as ProtocolFactory<BaseProtocol>;
  const ssl = options.ssl as SSLContext | null;
  const server = new Server(loop, sockets, factory, ssl, backlog, options.handshakeTimeout, options.shutdownTimeout);
  server._add(serving);
  if (starts) {
    server._start_serving();
    yield* sleep(0);
  }
  if (loop.get_debug()) logger.info('%r is serving', server);
  return server;
}

function* socketsFor(loop: AbstractEventLoop, given: ServerArguments): Gen<socket[]> {
  const { host, port, sock, backlog, reusePort } = given;
  if (host === null && port === null) {
    if (sock === null) throw new ValueError('Neither host/port nor sock were specified');
    if (sock.type !== SOCK_STREAM) throw new ValueError(`A Stream Socket was expected, got ${repr(sock)}`);
    yield* listeningOf(loop, sock, backlog);
    return [sock];
  }
  if (sock !== null) throw new ValueError('host/port and sock can not be specified at the same time');
  if (reusePort && !partOfNetwork('streams').sharesPorts) {
    throw new ValueError('reuse_port not supported by socket module');
  }
  const places = yield* placesOf(loop, given);
  const listening: Listening[] = [];
  try {
    for (const place of places) {
      const each = yield* bind(loop, place, { backlog, reusePort, ipv6Only: place.family === 6 });
      if (each !== null) listening.push(each);
    }
    if (listening.length === 0) {
      throw new OSError(
        `could not bind on any address out of [${places.map((place) => reprAddress(toAddress(place))).join(', ')}]`,
      );
    }
  } catch (error) {
    for (const each of listening) each.close();
    throw error;
  }
  return listening.map(socketListening);
}

/** The addresses of all hosts, each once. */
function* placesOf(loop: AbstractEventLoop, given: ServerArguments): Gen<InternetEndpoint[]> {
  const { host, port, family, flags } = given;
  const isSeveral = typeof host === 'object' && host !== null && Symbol.iterator in host;
  const hosts = host === '' ? [null] : isSeveral ? [...(host as Iterable<string>)] : [host];
  const wanted = { family, type: SOCK_STREAM, proto: 0, flags };
  const all: AddressInfo[][] = yield* gather(
    ...hosts.map((each) => new GeneratorCoroutine(resolve(loop, each, port, wanted), GETADDRINFO)),
  );
  const places = new Map<string, InternetEndpoint>();
  for (const [, , , , address] of all.flat())
    places.set(repr(address), toInternetEndpoint(address) as InternetEndpoint);
  return [...places.values()];
}

const GETADDRINFO = {
  name: '_create_server_getaddrinfo',
  __qualname__: 'BaseEventLoop._create_server_getaddrinfo',
};

/** Errors of the call that makes a socket, which Python takes for a family that this machine doesn't have. */
const NO_SOCKET = ['EAFNOSUPPORT', 'EPROTONOSUPPORT', 'EMFILE', 'ENFILE'];

/** Null if this machine has no such address, which may mean that it has no IPv6. */
function* bind(loop: AbstractEventLoop, place: InternetEndpoint, options: ListenOptions): Gen<Listening | null> {
  try {
    return yield* listen(loop, place, options);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    if (NO_SOCKET.some((code) => errorNumber(code) === error.errno)) {
      const family = place.family === 6 ? AF_INET6 : AF_INET;
      const text = 'create_server() failed to create socket.socket(%r, %r, %r)';
      if (loop.get_debug()) logger.warning(text, family, SOCK_STREAM, IPPROTO_TCP);
      return null;
    }
    const text = `error while attempting to bind on address ${reprAddress(toAddress(place))}: ${str(error).toLowerCase()}`;
    if (error.errno !== errorNumber('EADDRNOTAVAIL')) throw new OSError(error.errno, text);
    if (loop.get_debug()) logger.warning(text);
    return null;
  }
}

function* listen(loop: AbstractEventLoop, at: Endpoint, options: ListenOptions): Gen<Listening> {
  return yield* outcome<Listening>(
    loop,
    (done) => {
      partOfNetwork('streams').listen(at, options, done);
      return undefined;
    },
    (listening) => {
      listening.close();
    },
  );
}

export function* createUnixServer(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<Server> {
  const options: TLSOptions = {
    ssl: (bound[4] ?? null) as TLSOptions['ssl'],
    hostname: null,
    handshakeTimeout: (bound[5] ?? null) as number | null,
    shutdownTimeout: (bound[6] ?? null) as number | null,
    isServer: true,
  };
  checkTLS(options);
  const sock = (bound[2] ?? null) as socket | null;
  const backlog = (bound[3] ?? 100) as number;
  const listening = yield* unixListening(loop, bound[1] ?? null, sock, backlog);
  const sockets = [sock ?? socketListening(listening)];
  const { local } = listening;
  const path = local !== null && 'path' in local ? local.path : null;
  const cleansUp = (bound[8] ?? true) as boolean;
  const cleanUp = path === null || !cleansUp ? null : partOfNetwork('streams').watchPath(path);
  const starts = (bound[7] ?? true) as boolean;
  const factory = bound[0];
  return yield* serve(loop, { factory, options, sockets, backlog, keepAlive: false, cleanUp, starts });
}

function* unixListening(loop: AbstractEventLoop, given: unknown, sock: socket | null, backlog: number): Gen<Listening> {
  if (given === null) {
    if (sock === null) throw new ValueError('path was not specified, and no sock specified');
    if (sock.family !== AF_UNIX || sock.type !== SOCK_STREAM) {
      throw new ValueError(`A UNIX Domain Stream Socket was expected, got ${repr(sock)}`);
    }
    return yield* listeningOf(loop, sock, backlog);
  }
  if (sock !== null) throw new ValueError('path and sock can not be specified at the same time');
  const path = pathOf(given);
  try {
    partOfNetwork('streams').removeStale(path);
  } catch (error) {
    logger.error('Unable to check or remove stale UNIX socket %r: %r', path, error);
  }
  try {
    return yield* listen(loop, { path }, { backlog, reusePort: false, ipv6Only: false });
  } catch (error) {
    const isTaken = error instanceof OSError && error.errno === errorNumber('EADDRINUSE');
    throw isTaken ? new OSError(error.errno, `Address ${repr(path)} is already in use`) : error;
  }
}
