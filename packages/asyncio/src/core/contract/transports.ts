/** Transports: what moves the bytes of a protocol. The classes here are the contract; each method raises. */
import { signature, type Signature } from '../../builtins/arguments.js';
import { NotImplementedError } from '../../builtins/exceptions.js';
import { joined } from './bytes.js';
import type { BaseProtocol } from './protocols.js';

/** The keywords of `set_write_buffer_limits`. @public */
export interface WriteBufferLimits {
  /** How many bytes may wait before the protocol is told to pause; by default 64 KiB, or four times `low`. */
  readonly high?: number | null | undefined;
  /** Down to how many bytes they have to drain before it is told to go on; by default a quarter of `high`. */
  readonly low?: number | null | undefined;
}

const initSpec = signature('BaseTransport.__init__(self, extra?!)');
const protocolSpec = signature('BaseTransport.set_protocol(self, protocol)');
const limitsSpec = signature('WriteTransport.set_write_buffer_limits(self, high?, low?)');
const writeSpec = signature('WriteTransport.write(self, data)');
const sendtoSpec = signature('DatagramTransport.sendto(self, data, addr?)');
const pipeSpec = signature('SubprocessTransport.get_pipe_transport(self, fd)');
const signalSpec = signature('SubprocessTransport.send_signal(self, signal)');
const writelinesSpec = signature('WriteTransport.writelines(self, list_of_data)');
const extraInfoSpec = signature('BaseTransport.get_extra_info(self, name, default?!)');

/** Raises: what is wrong with the arguments, or that the method is abstract. */
function abstractly(spec: Signature, args: readonly unknown[]): never {
  spec.bind(args);
  throw new NotImplementedError();
}

/** The arguments of `get_extra_info`, as keywords. @public */
export interface ExtraInfoOptions {
  /** What is asked for. */
  readonly name: string;
  /** What to answer if it isn't known; null by default. */
  readonly default?: unknown;
}

/** The argument of `set_protocol`, as keyword. @public */
export interface ProtocolKeyword {
  /** The protocol. */
  readonly protocol: BaseProtocol;
}

/** The argument of `write`, as keyword. @public */
export interface DataKeyword {
  /** The bytes. */
  readonly data: Uint8Array;
}

/** The argument of `writelines`, as keyword. @public */
export interface ListOfDataKeyword {
  /** Arrays of bytes. */
  readonly list_of_data: Iterable<Uint8Array>;
}

/** The argument of `send_signal`, as keyword. @public */
export interface SignalKeyword {
  /** The signal, by its number or name. */
  readonly signal: number | string;
}

/** The address of a datagram's receiver, as keyword. @public */
export interface AddrKeyword {
  /** The address; null for the one to which the endpoint is connected. */
  readonly addr?: unknown;
}

/**
 * What all transports have in common. Loops make them.
 *
 * @remarks
 * **Python.** `asyncio.BaseTransport`.
 *
 * @example
 * ```ts
 * const transport = new asyncio.BaseTransport({ peername: ['127.0.0.1', 80] });
 * transport.get_extra_info('peername'); // => ['127.0.0.1', 80]
 * transport.get_extra_info('cipher', 'none'); // => 'none'
 * ```
 *
 * @public
 */
export class BaseTransport {
  /** @internal */ readonly _extra: Record<string, unknown>;

  /** @param extra - What `get_extra_info` knows. */
  constructor(extra?: Record<string, unknown> | null);
  constructor(...args: readonly unknown[]) {
    const [extra] = initSpec.bind(args) as [Record<string, unknown> | null | undefined];
    this._extra = extra ?? {};
  }

  /**
   * Tells something about the transport.
   *
   * @param name - Such as `'peername'`, `'sockname'`, `'socket'`, `'cipher'`, `'peercert'`, `'ssl_object'`, `'pipe'`.
   *   Also as keyword.
   * @param defaultValue - What to answer if it isn't known; null by default. As keyword it is `default`.
   */
  get_extra_info(name: string | ExtraInfoOptions, defaultValue?: unknown): unknown;
  get_extra_info(...args: readonly unknown[]): unknown {
    const [name, defaultValue = null] = extraInfoSpec.bind(args) as [string, unknown];
    return this._extraInfo(name, defaultValue);
  }

  /** The work of `get_extra_info`. @internal */
  _extraInfo(name: string, defaultValue: unknown): unknown {
    return Object.hasOwn(this._extra, name) ? this._extra[name] : defaultValue;
  }

  /** Whether the transport is closing, or closed. */
  is_closing(): boolean {
    throw new NotImplementedError();
  }

  /**
   * Closes the transport: what was written is still sent, nothing more is received, and then the protocol's
   * `connection_lost(null)` is called.
   */
  close(): void {
    throw new NotImplementedError();
  }

  /** Gives the transport another protocol, which may also be given by keyword. */
  set_protocol(protocol: BaseProtocol | ProtocolKeyword): void;
  set_protocol(...args: readonly unknown[]): void {
    abstractly(protocolSpec, args);
  }

  /** The transport's protocol. */
  get_protocol(): BaseProtocol {
    throw new NotImplementedError();
  }
}

/**
 * A transport that receives.
 *
 * @remarks
 * **Python.** `asyncio.ReadTransport`.
 *
 * @example
 * ```ts
 * try {
 *   new asyncio.ReadTransport().pause_reading();
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class ReadTransport extends BaseTransport {
  /** Whether it receives: it is neither paused nor closing. */
  is_reading(): boolean {
    throw new NotImplementedError();
  }

  /** Stops receiving, until {@link ReadTransport.resume_reading}. The protocol gets no data until then. */
  pause_reading(): void {
    throw new NotImplementedError();
  }

  /** Receives again. */
  resume_reading(): void {
    throw new NotImplementedError();
  }
}

/**
 * A transport that sends.
 *
 * @remarks
 * **Python.** `asyncio.WriteTransport`.
 *
 * @example
 * ```ts
 * try {
 *   new asyncio.WriteTransport().write(Uint8Array.of(1));
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class WriteTransport extends BaseTransport {
  /**
   * Sets when the protocol is told to pause writing, and when to resume.
   *
   * @param high - See {@link WriteBufferLimits}; also as keyword.
   * @param low - As above.
   * @throws ValueError unless `high >= low >= 0`.
   */
  set_write_buffer_limits(high?: number | null, low?: number | Pick<WriteBufferLimits, 'low'> | null): void;
  set_write_buffer_limits(options: WriteBufferLimits): void;
  set_write_buffer_limits(...args: readonly unknown[]): void {
    abstractly(limitsSpec, args);
  }

  /** How many bytes wait to be sent. */
  get_write_buffer_size(): number {
    throw new NotImplementedError();
  }

  /** The limits: `[low, high]`. */
  get_write_buffer_limits(): [low: number, high: number] {
    throw new NotImplementedError();
  }

  /**
   * Sends bytes. It doesn't wait: what can't be sent yet is kept.
   *
   * @param data - The bytes; they must not be changed until they are sent. Also as keyword.
   */
  write(data: Uint8Array | DataKeyword): void;
  write(...args: readonly unknown[]): void {
    abstractly(writeSpec, args);
  }

  /**
   * Sends the bytes of several arrays.
   *
   * @param list_of_data - The arrays. Also as keyword.
   */
  writelines(list_of_data: Iterable<Uint8Array> | ListOfDataKeyword): void;
  writelines(...args: readonly unknown[]): void {
    const [list] = writelinesSpec.bind(args) as [Iterable<unknown>];
    this.write(joined(list));
  }

  /** Closes the writing side, when what was written is sent. Data may still come. */
  write_eof(): void {
    throw new NotImplementedError();
  }

  /** Whether the transport has a {@link WriteTransport.write_eof}. */
  can_write_eof(): boolean {
    throw new NotImplementedError();
  }

  /** Closes the transport at once: what waits to be sent is lost. `connection_lost(null)` is called. */
  abort(): void {
    throw new NotImplementedError();
  }

  /** @internal */
  static override [Symbol.hasInstance](this: { readonly prototype: object }, value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const isOne = Object.prototype.isPrototypeOf.call(this.prototype, value);
    // JavaScript has no second superclass.
    return isOne || (this === WriteTransport && Object.prototype.isPrototypeOf.call(Transport.prototype, value));
  }
}

/**
 * A transport that receives and sends a stream of bytes.
 *
 * @remarks
 * **Python.** `asyncio.Transport`, a subclass of both {@link ReadTransport} and {@link WriteTransport}: `instanceof`
 * says so here as well.
 *
 * @example
 * ```ts
 * const transport = new asyncio.Transport();
 * [transport instanceof asyncio.ReadTransport, transport instanceof asyncio.WriteTransport]; // => [true, true]
 * ```
 *
 * @public
 */
export class Transport extends ReadTransport implements WriteTransport {
  /** As {@link WriteTransport.set_write_buffer_limits}. */
  set_write_buffer_limits(high?: number | null, low?: number | Pick<WriteBufferLimits, 'low'> | null): void;
  set_write_buffer_limits(options: WriteBufferLimits): void;
  set_write_buffer_limits(...args: readonly unknown[]): void {
    abstractly(limitsSpec, args);
  }

  /** As {@link WriteTransport.get_write_buffer_size}. */
  get_write_buffer_size(): number {
    return WriteTransport.prototype.get_write_buffer_size();
  }

  /** As {@link WriteTransport.get_write_buffer_limits}. */
  get_write_buffer_limits(): [low: number, high: number] {
    return WriteTransport.prototype.get_write_buffer_limits();
  }

  /** As {@link WriteTransport.write}. */
  write(data: Uint8Array | DataKeyword): void;
  write(...args: readonly unknown[]): void {
    abstractly(writeSpec, args);
  }

  /** As {@link WriteTransport.writelines}. */
  writelines(list_of_data: Iterable<Uint8Array> | ListOfDataKeyword): void;
  writelines(...args: readonly unknown[]): void {
    WriteTransport.prototype.writelines.call(this, ...(args as [Iterable<Uint8Array>]));
  }

  /** As {@link WriteTransport.write_eof}. */
  write_eof(): void {
    WriteTransport.prototype.write_eof();
  }

  /** As {@link WriteTransport.can_write_eof}. */
  can_write_eof(): boolean {
    return WriteTransport.prototype.can_write_eof();
  }

  /** As {@link WriteTransport.abort}. */
  abort(): void {
    WriteTransport.prototype.abort();
  }
}

/**
 * A transport of datagrams.
 *
 * @remarks
 * **Python.** `asyncio.DatagramTransport`.
 *
 * @example
 * ```ts
 * try {
 *   new asyncio.DatagramTransport().sendto(Uint8Array.of(1));
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class DatagramTransport extends BaseTransport {
  /**
   * Sends a datagram. It doesn't wait.
   *
   * @param data - The datagram; it may be empty. Also as keyword.
   * @param addr - The receiver; null, or none, for the one to which the endpoint is connected. Also as keyword.
   */
  sendto(data: Uint8Array, addr?: unknown): void;
  sendto(options: DataKeyword & AddrKeyword): void;
  sendto(...args: readonly unknown[]): void {
    abstractly(sendtoSpec, args);
  }

  /** Closes the transport at once: what waits to be sent is lost. */
  abort(): void {
    throw new NotImplementedError();
  }
}

/**
 * The transport of a child process.
 *
 * @remarks
 * **Python.** `asyncio.SubprocessTransport`.
 *
 * @example
 * ```ts
 * try {
 *   new asyncio.SubprocessTransport().get_pid();
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class SubprocessTransport extends BaseTransport {
  /** The number of the process. */
  get_pid(): number {
    throw new NotImplementedError();
  }

  /** How the process has ended: its exit code, or minus the number of the signal that killed it; null while it runs. */
  get_returncode(): number | null {
    throw new NotImplementedError();
  }

  /**
   * The transport of a pipe to the process.
   *
   * @param fd - 0, 1 or 2. Also as keyword.
   * @returns Null if there is no pipe.
   */
  get_pipe_transport(fd: number | { readonly fd: number }): BaseTransport | null;
  get_pipe_transport(...args: readonly unknown[]): BaseTransport | null {
    return abstractly(pipeSpec, args);
  }

  /** Sends a signal to the process, by its number or name, which may also be given by keyword. */
  send_signal(signal: number | string | SignalKeyword): void;
  send_signal(...args: readonly unknown[]): void {
    abstractly(signalSpec, args);
  }

  /** Asks the process to end: `SIGTERM`. */
  terminate(): void {
    throw new NotImplementedError();
  }

  /** Ends the process: `SIGKILL`. */
  kill(): void {
    throw new NotImplementedError();
  }
}
