/** A socket of a program's own. */
import { signature } from '../builtins/arguments.js';
import { NotImplementedError, TypeError, ValueError } from '../builtins/exceptions.js';
import { fromSystemError } from '../builtins/oserrors.js';
import { installRepr, typeName } from '../builtins/repr.js';
import type { ByteStream, DatagramSocket, Descriptor, Endpoint, Listening } from '../host/network.js';
import { partOfNetwork } from '../host/network_registry.js';
import { boundTo, checkedInteger } from './address_arguments.js';
import { reprAddress, toAddress, type Address, type HostAndPort } from './addresses.js';
import { BlockingMethods } from './blocking.js';
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  IPPROTO_IPV6,
  IPV6_V6ONLY,
  SHUT_RD,
  SHUT_RDWR,
  SHUT_WR,
  SO_BROADCAST,
  SO_ERROR,
  SO_REUSEADDR,
  SO_REUSEPORT,
  SO_TYPE,
  SOCK_DGRAM,
  SOCK_STREAM,
  SOL_SOCKET,
} from './constants.js';
import { Deferred } from './deferred.js';
import { systemError } from './errors.js';
import { bytesOf, numberOf, optionOf, settingOf, unknownOption, type OptionValue, type Setting } from './options.js';

const initSpec = signature('socket.__init__(self, family?, type?, proto?, fileno?)');

/** Options that count when the system makes the socket. */
const EARLY: readonly (readonly [level: number, optname: number])[] = [
  [SOL_SOCKET, SO_REUSEADDR],
  [SOL_SOCKET, SO_REUSEPORT],
  [IPPROTO_IPV6, IPV6_V6ONLY],
];

/** The keywords of {@link socket}. @public */
export interface SocketOptions {
  /** `AF_INET`, `AF_INET6` or `AF_UNIX`; `AF_INET` by default. */
  readonly family?: number;
  /** `SOCK_STREAM` or `SOCK_DGRAM`; `SOCK_STREAM` by default. */
  readonly type?: number;
  /** The protocol, as a number; 0 by default. */
  readonly proto?: number;
}

/**
 * A socket, for the methods of the loop whose names begin with `sock_`, and for the keyword `sock`.
 *
 * A socket of datagrams is bound at once, as in Python. One for connections is bound when it listens or connects, since
 * Node can do it no sooner: an error of the address comes then, and the number of a port that the system is to choose
 * is known then. `listen()` gives a promise, which one may await.
 *
 * @remarks
 * **Python.** `socket.socket`. Methods that have to wait (`connect`, `accept`, `recv`, `send`) raise and name the
 * method of the loop that does the same.
 *
 * @example
 * ```ts node real-time
 * const { socket } = asyncio.socket;
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   using server = new socket();
 *   using client = new socket();
 *   server.bind(['127.0.0.1', 0]);
 *   await server.listen();
 *   await loop.sock_connect(client, server.getsockname());
 *   const [connection] = await loop.sock_accept(server);
 *   await loop.sock_sendall(client, new TextEncoder().encode('hello'));
 *   const data = await loop.sock_recv(connection, 100);
 *   connection.close();
 *   return new TextDecoder().decode(data);
 * });
 * await asyncio.run(main()); // => 'hello'
 * ```
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/naming-convention -- Python's name
export class socket extends BlockingMethods implements Disposable {
  /** The kind of its addresses. */
  readonly family: number;
  /** The kind of socket. */
  readonly type: number;
  /** The protocol. */
  readonly proto: number;
  #timeout: number | null = null;
  #isClosed = false;
  /** To what it is bound, as far as the program has said. */
  #bound: Endpoint | null = null;
  readonly #options = new Map<string, number>();
  /** What was set before the system knew the socket. */
  #settings: Setting[] = [];
  // What the system has made of it; at most one of the three.
  #stream: ByteStream | null = null;
  #listening: Deferred<Listening> | null = null;
  #datagrams: DatagramSocket | null = null;
  /** The sides that were shut down: 1 for reading, 2 for writing. */
  #shut = 0;

  /**
   * @param family - See {@link SocketOptions}; also as keyword.
   * @param type - As above.
   * @param proto - As above.
   * @throws OSError if there is no such family or type; NotImplementedError if the platform has no such sockets.
   */
  constructor(family?: number, type?: number, proto?: number);
  constructor(options: SocketOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const [family = AF_INET, type = SOCK_STREAM, proto = 0, fileno] = initSpec.bind(args);
    this.family = orDefault(family, AF_INET);
    this.type = orDefault(type, SOCK_STREAM);
    this.proto = orDefault(proto, 0);
    if (fileno !== undefined && fileno !== null) {
      throw new NotImplementedError(
        "the host can't tell what a descriptor is; loop.connect_read_pipe() can read from it",
      );
    }
    if (![AF_INET, AF_INET6, AF_UNIX].includes(this.family)) throw systemError('EAFNOSUPPORT');
    if (this.type !== SOCK_STREAM && this.type !== SOCK_DGRAM) throw systemError('EINVAL');
    partOfNetwork(this.type === SOCK_STREAM ? 'streams' : 'datagrams');
    if (this.family === AF_UNIX && this.type === SOCK_DGRAM) {
      throw new NotImplementedError('the host has no datagrams over Unix sockets');
    }
  }

  /** What the system knows it by; null if it doesn't know it yet. */
  get #descriptor(): Descriptor | null {
    return this.#stream ?? this.#datagrams ?? this.#listening?.result ?? null;
  }

  /** The system's number of it; -1 when it is closed, or before the system knows it. */
  fileno(): number {
    return this.#isClosed ? -1 : (this.#descriptor?.fileno ?? -1);
  }

  /**
   * Gives it an address.
   *
   * @param address - Host and port, in digits; or the path of a Unix socket.
   * @throws OSError if it has one; for datagrams also if the address is taken, or isn't one of this machine. For
   *   connections that comes later: see above.
   */
  bind(address: Address | Uint8Array): void {
    this._checkOpen();
    const endpoint = boundTo(this.family, address);
    if (this.#bound !== null || this.#descriptor !== null || this.#listening !== null) throw systemError('EINVAL');
    this.#bound = endpoint;
    try {
      if (this.type === SOCK_DGRAM) this._datagrams();
    } catch (error) {
      this.#bound = null;
      throw error;
    }
  }

  /**
   * Listens for connections.
   *
   * @remarks
   * **Cancellation.** Nobody can cancel the promise; `close()` ends it.
   *
   * @param backlog - How many of them may wait to be taken; 128 by default.
   * @returns A promise that is resolved when it listens, or rejected with the reason why it doesn't. Whoever doesn't
   *   await it gets the error from the first method of the loop that is awaited.
   */
  listen(backlog = 128): Promise<void> {
    const listening = this._listen(checkedInteger(backlog));
    const promise = new Promise<void>((resolve, reject) => {
      listening.ask((error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
    // Nobody has to await it.
    promise.catch(() => undefined);
    return promise;
  }

  /**
   * Its own address.
   *
   * @typeParam A - What kind of address it is, as the program knows: `getsockname<string>()` for a Unix socket.
   */
  // Only the program knows of what kind its addresses are, as in Python, whose types say nothing of them.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  getsockname<A extends Address = HostAndPort>(): A {
    this._checkOpen();
    const known = toAddress(this.#descriptor?.local ?? null);
    if (known !== null) return known as A;
    if (this.type === SOCK_STREAM && this.#bound !== null && 'port' in this.#bound && this.#bound.port === 0) {
      throw new NotImplementedError('the host chooses the port when the socket listens: await sock.listen() before');
    }
    return toAddress(this.#wanted) as A;
  }

  /**
   * The address of its peer.
   *
   * @typeParam A - What kind of address it is, as the program knows: `getsockname<string>()` for a Unix socket.
   */
  // Only the program knows of what kind its addresses are, as in Python, whose types say nothing of them.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  getpeername<A extends Address = HostAndPort>(): A {
    this._checkOpen();
    const address = toAddress(this.#descriptor?.remote ?? null);
    if (address === null) throw systemError('ENOTCONN');
    return address as A;
  }

  /** To what it is bound, or would be. */
  get #wanted(): Endpoint {
    if (this.#bound !== null) return this.#bound;
    if (this.family === AF_UNIX) return { path: '' };
    return this.family === AF_INET ? { host: '0.0.0.0', port: 0, family: 4 } : { host: '::', port: 0, family: 6 };
  }

  /** Sets whether its methods wait. The methods of the loop want sockets that don't. */
  setblocking(flag: boolean): void {
    this.#timeout = flag ? null : 0;
  }

  /** Whether its methods wait. */
  getblocking(): boolean {
    return this.#timeout !== 0;
  }

  /** Sets how many seconds its methods wait; null for no limit, 0 for not at all. */
  settimeout(value: number | null): void {
    if (value !== null && typeof value !== 'number') {
      throw new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
    }
    if (Number.isNaN(value)) throw new ValueError('Invalid value NaN (not a number)');
    if (value !== null && value < 0) throw new ValueError('Timeout value out of range');
    this.#timeout = value;
  }

  /** How many seconds its methods wait. */
  gettimeout(): number | null {
    return this.#timeout;
  }

  /**
   * Sets an option: those of {@link TransportSocket.setsockopt}, and `SO_REUSEADDR`, `SO_REUSEPORT` and `IPV6_V6ONLY`.
   *
   * What the system refuses before it knows the socket, `bind` tells.
   *
   * @param value - A number, or bytes as C lays them out.
   * @throws OSError if the system refuses the value; NotImplementedError for an option that the platform doesn't set.
   */
  setsockopt(level: number, optname: number, value: OptionValue): void {
    const bytes = bytesOf(value);
    this._checkOpen();
    const isEarly = EARLY.some((each) => each[0] === level && each[1] === optname);
    if (!isEarly) this.#set(settingOf(this, level, optname, bytes));
    if (isEarly || optionOf(this, level, optname) !== null) {
      this.#options.set(key(level, optname), numberOf(level, bytes));
    }
  }

  #set(setting: Setting): void {
    const descriptor = this.#descriptor;
    if (descriptor === null) this.#settings.push(setting);
    else setting(descriptor);
  }

  /** Tells the value of an option. */
  getsockopt(level: number, optname: number): number {
    this._checkOpen();
    if (level === SOL_SOCKET && optname === SO_TYPE) return this.type;
    if (level === SOL_SOCKET && optname === SO_ERROR) return 0;
    const option = optionOf(this, level, optname);
    const told = option === null ? null : (this.#descriptor?.get(option) ?? null);
    const value = told ?? this.#options.get(key(level, optname));
    if (value === undefined) throw unknownOption('tells');
    return value;
  }

  #option(level: number, optname: number): boolean {
    return (this.#options.get(key(level, optname)) ?? 0) !== 0;
  }

  #applySettings(descriptor: Descriptor): void {
    for (const setting of this.#settings.splice(0)) setting(descriptor);
  }

  /** Shuts down one side, or both: `SHUT_RD`, `SHUT_WR`, `SHUT_RDWR`. */
  shutdown(how: number): void {
    this._checkOpen();
    if (![SHUT_RD, SHUT_WR, SHUT_RDWR].includes(how)) throw systemError('EINVAL');
    if (this.#stream === null) throw systemError('ENOTCONN');
    this.#shut |= how + 1;
    if (how !== SHUT_RD) this.#stream.end();
    if (how !== SHUT_WR) this.#stream.listener?.ended();
  }

  /** Closes it. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stream?.destroy();
    this.#datagrams?.close();
    this.#listening?.ask((error, listening) => {
      if (error === null) listening?.close();
    });
  }

  /** The socket itself. */
  __enter__(): this {
    return this;
  }

  /** Closes it. */
  __exit__(exc_type: unknown, exc: unknown, tb: unknown): void {
    void [exc_type, exc, tb];
    this.close();
  }

  /** Closes it; what `using` calls. */
  [Symbol.dispose](): void {
    this.close();
  }

  // For the loop

  /** @internal */
  _checkOpen(): void {
    if (this.#isClosed) throw systemError('EBADF');
  }

  /** The connection; null if it isn't connected. @internal */
  get _stream(): ByteStream | null {
    return this.#stream;
  }

  /** @internal */
  get _bound(): Endpoint | null {
    return this.#bound;
  }

  /** Whether a side was shut down. @internal */
  _isShut(how: typeof SHUT_RD | typeof SHUT_WR): boolean {
    return (this.#shut & (how + 1)) !== 0;
  }

  /** It is connected. @internal */
  _connected(stream: ByteStream): void {
    this.#stream = stream;
    this.#applySettings(stream);
  }

  /** It listens. @internal */
  _listens(listening: Listening): void {
    this.#listening = new Deferred<Listening>();
    this.#listening.settle(null, listening);
  }

  /** Null if it doesn't listen. @internal */
  get _listening(): Deferred<Listening> | null {
    return this.#listening;
  }

  /** Listens, if it doesn't yet. @internal */
  _listen(backlog: number): Deferred<Listening> {
    this._checkOpen();
    if (this.#listening !== null) return this.#listening;
    if (this.type === SOCK_DGRAM) throw systemError('ENOTSUP');
    if (this.#stream !== null || (this.family === AF_UNIX && this.#bound === null)) throw systemError('EINVAL');
    const listening = new Deferred<Listening>();
    this.#listening = listening;
    const options = {
      backlog,
      reusePort: this.#option(SOL_SOCKET, SO_REUSEPORT),
      ipv6Only: this.#option(IPPROTO_IPV6, IPV6_V6ONLY),
    };
    partOfNetwork('streams').listen(this.#wanted, options, (error, result) => {
      listening.settle(error === null ? null : (fromSystemError(error) as Error), result);
    });
    return listening;
  }

  /** The system's socket for datagrams; it is opened if it isn't yet. @internal */
  _datagrams(): DatagramSocket {
    this._checkOpen();
    if (this.#datagrams !== null) return this.#datagrams;
    const local = this.#bound !== null && 'host' in this.#bound ? this.#bound : null;
    try {
      this.#datagrams = partOfNetwork('datagrams').open({
        family: this.family === AF_INET6 ? 6 : 4,
        local,
        broadcast: this.#option(SOL_SOCKET, SO_BROADCAST),
        ipv6Only: this.#option(IPPROTO_IPV6, IPV6_V6ONLY),
        reuseAddress: this.#option(SOL_SOCKET, SO_REUSEADDR),
        reusePort: this.#option(SOL_SOCKET, SO_REUSEPORT),
      });
      this.#applySettings(this.#datagrams);
    } catch (error) {
      this.#datagrams?.close();
      this.#datagrams = null;
      throw fromSystemError(error);
    }
    return this.#datagrams;
  }

  /** Python's text. */
  __repr__(): string {
    const fileno = this.fileno();
    const numbers = `family=${String(this.family)}, type=${String(this.type)}, proto=${String(this.proto)}`;
    if (this.#isClosed) return `<socket.socket [closed] fd=-1, ${numbers}>`;
    const parts = [`fd=${String(fileno)}`, numbers];
    const local = toAddress(this.#descriptor?.local ?? this.#wanted) as Address;
    const remote = toAddress(this.#descriptor?.remote ?? null);
    if (local !== '') parts.push(`laddr=${reprAddress(local)}`);
    if (remote !== null && remote !== '') parts.push(`raddr=${reprAddress(remote)}`);
    return `<socket.socket ${parts.join(', ')}>`;
  }
}
installRepr(socket);

const key = (level: number, optname: number): string => `${String(level)}/${String(optname)}`;

/** Python's -1 stands for the default as well. */
function orDefault(value: unknown, byDefault: number): number {
  const number = checkedInteger(value ?? byDefault);
  return number === -1 ? byDefault : number;
}
