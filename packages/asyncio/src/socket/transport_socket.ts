/** The socket of a transport, for those who look at it. */
import { OSError, ValueError } from '../builtins/exceptions.js';
import { installRepr } from '../builtins/repr.js';
import type { Descriptor, Endpoint } from '../host/network.js';
import { familyOf, reprAddress, toAddress, type Address, type HostAndPort } from './addresses.js';
import { AF_INET, AF_INET6, IPPROTO_TCP, IPPROTO_UDP, SO_TYPE, SOCK_STREAM, SOL_SOCKET } from './constants.js';
import { bytesOf, optionOf, settingOf, unknownOption, type OptionValue } from './options.js';

/** Python's text of the error, without the text of the system: `EBADF` is the same everywhere. */
const closedError = (): Error => new OSError(9, 'Bad file descriptor');

/**
 * The socket of a transport or a server. It tells what it is and takes a few options; what would disturb the transport
 * it has not.
 *
 * @remarks
 * **Python.** `asyncio.trsock.TransportSocket`: what `get_extra_info('socket')` and `Server.sockets` give.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const server = await asyncio.start_server(() => undefined, '127.0.0.1', 0);
 *   const socket = server.sockets[0]!;
 *   const told = [socket.family === asyncio.socket.AF_INET, socket.getsockname()[0], socket.gettimeout()];
 *   server.close();
 *   return told;
 * });
 * await asyncio.run(main()); // => [true, '127.0.0.1', 0]
 * ```
 *
 * @public
 */
export class TransportSocket {
  /** The kind of its addresses: `AF_INET`, `AF_INET6` or `AF_UNIX`. */
  readonly family: number;
  /** `SOCK_STREAM` or `SOCK_DGRAM`. */
  readonly type: number;
  /** The number of its protocol. */
  readonly proto: number;
  readonly #descriptor: Descriptor;

  /** @internal */
  constructor(descriptor: Descriptor, type: number) {
    this.#descriptor = descriptor;
    this.family = familyOf(descriptor.local ?? descriptor.remote);
    this.type = type;
    const isInternet = this.family === AF_INET || this.family === AF_INET6;
    this.proto = isInternet ? (type === SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP) : 0;
  }

  /** The system's number of it; -1 when it is closed. */
  fileno(): number {
    return this.#descriptor.fileno;
  }

  /**
   * Its own address.
   *
   * @typeParam A - What kind of address it is, as the program knows: `getsockname<string>()` for a Unix socket.
   */
  // Only the program knows of what kind its addresses are, as in Python, whose types say nothing of them.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  getsockname<A extends Address = HostAndPort>(): A {
    const address = toAddress(this.#descriptor.local);
    if (address === null && this.#descriptor.fileno < 0) throw closedError();
    return (address ?? '') as A;
  }

  /**
   * The address of its peer.
   *
   * @typeParam A - What kind of address it is, as the program knows: `getsockname<string>()` for a Unix socket.
   * @throws OSError if it isn't connected.
   */
  // Only the program knows of what kind its addresses are, as in Python, whose types say nothing of them.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  getpeername<A extends Address = HostAndPort>(): A {
    const address = toAddress(this.#descriptor.remote);
    if (address === null)
      throw this.#descriptor.fileno < 0 ? closedError() : new OSError(107, 'Transport endpoint is not connected');
    return address as A;
  }

  /**
   * Tells the value of an option: its type; of datagrams the size of the buffers.
   *
   * @throws NotImplementedError for an option of which the platform doesn't tell.
   */
  getsockopt(level: number, optname: number): number {
    if (level === SOL_SOCKET && optname === SO_TYPE) return this.type;
    const option = optionOf(this, level, optname);
    const value = option === null ? null : this.#descriptor.get(option);
    if (value === null) throw unknownOption('tells');
    return value;
  }

  /**
   * Sets an option: of a stream `TCP_NODELAY` and `SO_KEEPALIVE`; of datagrams `SO_BROADCAST`, `SO_RCVBUF`,
   * `SO_SNDBUF`, `IP_TTL`, and those for groups: `IP_ADD_MEMBERSHIP`, `IP_DROP_MEMBERSHIP`, `IP_MULTICAST_IF`,
   * `IP_MULTICAST_TTL`, `IP_MULTICAST_LOOP`, and the same for IPv6.
   *
   * @param value - A number, or bytes as C lays them out.
   * @throws OSError if the system refuses the value; NotImplementedError for an option that the platform doesn't set.
   */
  setsockopt(level: number, optname: number, value: OptionValue): void {
    const bytes = bytesOf(value);
    if (this.#descriptor.fileno < 0) throw closedError();
    settingOf(this, level, optname, bytes)(this.#descriptor);
  }

  /** Nothing: it never blocks. `True` is refused, as in Python. */
  setblocking(flag: boolean): void {
    if (flag) throw new ValueError('setblocking(): transport sockets cannot be blocking');
  }

  /** Its time limit: it has none, and never blocks. */
  gettimeout(): number {
    return 0;
  }

  /** Python's text of it. */
  __repr__(): string {
    const { fileno, local, remote } = this.#descriptor;
    const parts = [`fd=${String(fileno)}`, `family=${String(this.family)}`, `type=${String(this.type)}`];
    parts.push(`proto=${String(this.proto)}`);
    if (fileno >= 0) parts.push(...shown('laddr', local), ...shown('raddr', remote));
    return `<asyncio.TransportSocket ${parts.join(', ')}>`;
  }
}
installRepr(TransportSocket);

/** A Unix socket without a path shows none. */
function shown(name: string, endpoint: Endpoint | null): string[] {
  const address = toAddress(endpoint);
  return address === null || address === '' ? [] : [`${name}=${reprAddress(address)}`];
}
