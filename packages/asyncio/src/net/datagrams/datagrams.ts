/** `create_datagram_endpoint`. */
import { AttributeError, NotImplementedError, OSError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { repr, str, typeName } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import type { DatagramSocket, InternetEndpoint } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import { logger } from '../../host/log.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { callFactory } from '../../core/common/factories.js';
import type { BaseProtocol, DatagramProtocol } from '../../core/contract/protocols.js';
import type { DatagramTransport } from '../../core/contract/transports.js';
import { checkPortRange } from '../../socket/address_arguments.js';
import { reprAddress, toAddress, toInternetEndpoint, type Address } from '../../socket/addresses.js';
import { AF_INET6, AF_UNIX, SOCK_DGRAM, SOCK_STREAM } from '../../socket/constants.js';
import { socket } from '../../socket/socket.js';
import { DatagramEndpointTransport } from './datagram_transport.js';
import { resolve } from '../common/names.js';
import { outcome } from '../common/outcome.js';

interface EndpointArguments {
  readonly factory: unknown;
  readonly local: unknown;
  readonly remote: unknown;
  readonly family: number;
  readonly proto: number;
  readonly flags: number;
  readonly reusePort: boolean;
  readonly broadcast: boolean;
  readonly sock: unknown;
}

function endpointArguments(bound: readonly unknown[]): EndpointArguments {
  return {
    factory: bound[0],
    local: bound[1] ?? null,
    remote: bound[2] ?? null,
    family: (bound[3] ?? 0) as number,
    proto: (bound[4] ?? 0) as number,
    flags: (bound[5] ?? 0) as number,
    reusePort: isTrue(bound[6]),
    broadcast: isTrue(bound[7]),
    sock: bound[8] ?? null,
  };
}

/** An endpoint of the system's. */
interface Opened {
  readonly datagrams: DatagramSocket;
  readonly family: number;
  readonly address: Address | null;
  readonly sockname: Address | null;
}

export function* createDatagramEndpoint(
  loop: AbstractEventLoop,
  bound: readonly unknown[],
): Gen<[DatagramTransport, BaseProtocol]> {
  const given = endpointArguments(bound);
  const opened = given.sock === null ? yield* openAny(loop, given) : fromSocket(given);
  let protocol: DatagramProtocol;
  try {
    protocol = callFactory(given.factory, []) as DatagramProtocol;
  } catch (error) {
    opened.datagrams.close();
    throw error;
  }
  const waiter = loop.create_future<null>();
  const transport = new DatagramEndpointTransport(loop, { ...opened, protocol, waiter });
  if (loop.get_debug()) {
    const { local, remote } = given;
    if (local === null) logger.debug('Datagram endpoint remote_addr=%r created: (%r, %r)', remote, transport, protocol);
    else {
      const text = 'Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)';
      logger.info(text, local, remote, transport, protocol);
    }
  }
  try {
    yield* waiter;
  } catch (error) {
    transport.close();
    throw error;
  }
  return [transport, protocol];
}

function fromSocket(given: EndpointArguments): Opened {
  const { sock } = given;
  if (!(sock instanceof socket)) throw new AttributeError(`'${typeName(sock)}' object has no attribute 'type'`);
  if (sock.type === SOCK_STREAM) throw new ValueError(`A datagram socket was expected, got ${repr(sock)}`);
  const { local, remote, family, proto, flags, reusePort, broadcast } = given;
  const modifiers = {
    local_addr: textOf(local),
    remote_addr: textOf(remote),
    family: family === 0 ? null : str(family),
    proto: proto === 0 ? null : str(proto),
    flags: flags === 0 ? null : str(flags),
    reuse_port: reusePort ? 'True' : null,
    allow_broadcast: broadcast ? 'True' : null,
  };
  const problems = Object.entries(modifiers).filter(([, value]) => value !== null);
  if (problems.length > 0) {
    throw new ValueError(
      'socket modifier keyword arguments can not be used when sock is specified. ' +
        `(${problems.map(([name, value]) => `${name}=${String(value)}`).join(', ')})`,
    );
  }
  sock.setblocking(false);
  const datagrams = sock._datagrams();
  return { datagrams, family: sock.family, address: null, sockname: sock.getsockname() };
}

/** An address, as Python writes it. */
const textOf = (address: unknown): string | null => (address === null ? null : reprAddress(address as Address));

/** A kind of socket, and its addresses. */
interface Candidate {
  readonly family: number;
  readonly local: InternetEndpoint | null;
  readonly remote: InternetEndpoint | null;
}

function* openAny(loop: AbstractEventLoop, given: EndpointArguments): Gen<Opened> {
  let first: unknown = null;
  for (const candidate of yield* candidatesFor(loop, given)) {
    try {
      return yield* open(loop, candidate, given);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

function* candidatesFor(loop: AbstractEventLoop, given: EndpointArguments): Gen<readonly Candidate[]> {
  const { local, remote, family, proto, flags } = given;
  if (local === null && remote === null && family === 0) throw new ValueError('unexpected address family');
  if (family === AF_UNIX) {
    for (const address of [local, remote]) {
      if (address !== null && typeof address !== 'string') throw new TypeError('string is expected');
    }
    partOfNetwork('datagrams');
    throw new NotImplementedError('the host has no datagrams over Unix sockets');
  }
  if (local === null && remote === null) return [{ family, local, remote }];
  const wanted = { family, type: SOCK_DGRAM, proto, flags };
  // By kinds of addresses, in the order in which they come.
  const kinds = new Map<number, { local: InternetEndpoint | null; remote: InternetEndpoint | null }>();
  for (const side of ['local', 'remote'] as const) {
    const address = given[side];
    if (address === null) continue;
    if (!Array.isArray(address) || address.length !== 2) throw new TypeError('2-tuple is expected');
    const [host, port] = address as [unknown, unknown];
    if (typeof port === 'number') checkPortRange(port, side === 'local' ? 'bind' : 'connect');
    const infos = yield* resolve(loop, host, port, wanted);
    if (infos.length === 0) throw new OSError('getaddrinfo() returned empty list');
    for (const [kind, , , , each] of infos) {
      const pair = kinds.get(kind) ?? { local: null, remote: null };
      pair[side] = toInternetEndpoint(each);
      kinds.set(kind, pair);
    }
  }
  const candidates = [...kinds].map(([kind, pair]): Candidate => ({ family: kind, ...pair }));
  const complete = candidates.filter(
    (each) => (local === null || each.local !== null) && (remote === null || each.remote !== null),
  );
  if (complete.length === 0) throw new ValueError('can not get address information');
  return complete;
}

function* open(loop: AbstractEventLoop, candidate: Candidate, given: EndpointArguments): Gen<Opened> {
  const { family, local, remote } = candidate;
  const { broadcast, reusePort } = given;
  let datagrams: DatagramSocket;
  try {
    datagrams = partOfNetwork('datagrams').open({
      family: family === AF_INET6 ? 6 : 4,
      local,
      broadcast,
      reusePort,
      reuseAddress: false,
      ipv6Only: false,
    });
  } catch (error) {
    throw fromSystemError(error);
  }
  try {
    if (remote !== null && !broadcast) {
      yield* outcome<null>(loop, (done) => {
        datagrams.connect(remote, (error) => {
          done(error, null);
        });
        return undefined;
      });
    }
  } catch (error) {
    datagrams.close();
    throw error;
  }
  return { datagrams, family, address: toAddress(remote), sockname: socknameOf(datagrams, candidate) };
}

/** Python's socket gets its address with the first datagram only, where it wasn't given one. */
function socknameOf(datagrams: DatagramSocket, { family, local }: Candidate): Address | null {
  if (local !== null || datagrams.remote !== null) return toAddress(datagrams.local);
  return family === AF_INET6 ? ['::', 0, 0, 0] : ['0.0.0.0', 0];
}
