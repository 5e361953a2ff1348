/** Transports: what moves the bytes of a protocol. The classes here are the contract; each method raises. */
import { NotImplementedError } from '../builtins/exceptions.js';
import type { BaseProtocol } from './protocols.js';

/** The keywords of `set_write_buffer_limits`. @public */
export interface WriteBufferLimits {
  /** How many bytes may wait before the protocol is told to pause; by default 64 KiB, or four times `low`. */
  readonly high?: number | null | undefined;
  /** Down to how many bytes they have to drain before it is told to go on; by default a quarter of `high`. */
  readonly low?: number | null | undefined;
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
  constructor(extra?: Record<string, unknown> | null) {
    this._extra = extra ?? {};
  }

  /**
   * Tells something about the transport.
   *
   * @param name - Such as `'peername'`, `'sockname'`, `'socket'`, `'cipher'`, `'peercert'`, `'ssl_object'`, `'pipe'`.
   * @param defaultValue - What to answer if it isn't known; null by default.
   */
  get_extra_info(name: string, defaultValue: unknown = null): unknown {
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

  /** Gives the transport another protocol. */
  set_protocol(protocol: BaseProtocol): void {
    void protocol;
    throw new NotImplementedError();
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
  set_write_buffer_limits(high?: number | WriteBufferLimits | null, low?: number | WriteBufferLimits | null): void {
    void [high, low];
    throw new NotImplementedError();
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
   * @param data - The bytes; they must not be changed until they are sent.
   */
  write(data: Uint8Array): void {
    void data;
    throw new NotImplementedError();
  }

  /** Sends the bytes of several arrays. */
  writelines(list_of_data: Iterable<Uint8Array>): void {
    void list_of_data;
    throw new NotImplementedError();
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
 * **Python.** `asyncio.Transport`, a subclass of both {@link ReadTransport} and {@link WriteTransport}: `instanceof` says
 * so here as well.
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
  set_write_buffer_limits(high?: number | WriteBufferLimits | null, low?: number | WriteBufferLimits | null): void {
    WriteTransport.prototype.set_write_buffer_limits(high, low);
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
  write(data: Uint8Array): void {
    WriteTransport.prototype.write(data);
  }

  /** As {@link WriteTransport.writelines}: writes them one after the other. */
  writelines(list_of_data: Iterable<Uint8Array>): void {
    for (const data of list_of_data) this.write(data);
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
   * @param data - The datagram; it may be empty.
   * @param addr - The receiver; null, or none, for the one to which the endpoint is connected. Also as keyword.
   */
  sendto(data: Uint8Array, addr?: unknown): void {
    void [data, addr];
    throw new NotImplementedError();
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
   * @param fd - 0, 1 or 2.
   * @returns Null if there is no pipe.
   */
  get_pipe_transport(fd: number): BaseTransport | null {
    void fd;
    throw new NotImplementedError();
  }

  /** Sends a signal to the process, by its number or name. */
  send_signal(signal: number | string): void {
    void signal;
    throw new NotImplementedError();
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
