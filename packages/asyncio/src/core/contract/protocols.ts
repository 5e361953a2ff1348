/** Protocols: what a program does with the events of a transport. */
import { NotImplementedError } from '../../builtins/exceptions.js';
import type { BaseTransport, DatagramTransport, SubprocessTransport, Transport } from './transports.js';

/** What makes the protocol of a connection: a function of no arguments, or a class. @public */
export type ProtocolFactory<P> = (() => P) | (new () => P);

/**
 * What all protocols have in common. None of the methods has to be overridden.
 *
 * `connection_made` is called once, then the methods for the data, and `connection_lost` once at the end.
 * `pause_writing` and `resume_writing` are called in turns, in between.
 *
 * @remarks
 * **Python.** `asyncio.BaseProtocol`.
 *
 * @example
 * ```ts
 * const protocol = new asyncio.Protocol();
 * protocol instanceof asyncio.BaseProtocol; // => true
 * protocol.pause_writing(); // nothing happens: whoever writes little needn't care
 * ```
 *
 * @public
 */
export class BaseProtocol {
  /**
   * The connection stands.
   *
   * @param transport - It belongs to the protocol from now on.
   */
  connection_made(transport: BaseTransport): void {
    void transport;
  }

  /**
   * The connection has ended.
   *
   * @param exc - Why; null if the peer or the program closed it.
   */
  connection_lost(exc: Error | null): void {
    void exc;
  }

  /** The transport's buffer holds more than its upper limit: what is written now only makes it longer. */
  pause_writing(): void {
    // Whoever writes little needn't care.
  }

  /** The transport's buffer has drained down to its lower limit. */
  resume_writing(): void {
    // As above.
  }
}

/**
 * A protocol for a stream of bytes.
 *
 * @remarks
 * **Python.** `asyncio.Protocol`.
 *
 * @example
 * ```ts node real-time
 * class Echo extends asyncio.Protocol {
 *   #transport: asyncio.Transport | null = null;
 *   override connection_made(transport: asyncio.Transport) {
 *     this.#transport = transport;
 *   }
 *   override data_received(data: Uint8Array) {
 *     this.#transport?.write(data);
 *   }
 * }
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const server = await loop.create_server(Echo, '127.0.0.1', 0);
 *   const [, port] = server.sockets[0]!.getsockname();
 *   const [reader, writer] = await asyncio.open_connection('127.0.0.1', port);
 *   writer.write(new TextEncoder().encode('hello'));
 *   const answer = await reader.readexactly(5);
 *   writer.close();
 *   server.close();
 *   return new TextDecoder().decode(answer);
 * });
 * await asyncio.run(main()); // => 'hello'
 * ```
 *
 * @public
 */
export class Protocol extends BaseProtocol {
  /** The connection stands; `transport` writes to it. */
  override connection_made(transport: Transport): void {
    void transport;
  }

  /**
   * Some bytes have come. They may be cut anywhere.
   *
   * @param data - At least one byte. It belongs to the protocol, and nobody changes it.
   */
  data_received(data: Uint8Array): void {
    void data;
  }

  /**
   * The peer has written its last byte.
   *
   * @returns Whether to leave the connection open for writing; otherwise the transport closes itself.
   */
  eof_received(): unknown {
    return null;
  }
}

/**
 * A protocol for a stream of bytes that brings the memory into which they go.
 *
 * @remarks
 * **Python.** `asyncio.BufferedProtocol`.
 *
 * @example
 * ```ts node real-time
 * class Filling extends asyncio.BufferedProtocol {
 *   readonly memory = new Uint8Array(16);
 *   readonly filled = asyncio.get_running_loop().create_future<number>();
 *   override get_buffer() {
 *     return this.memory;
 *   }
 *   override buffer_updated(nbytes: number) {
 *     this.filled.set_result(nbytes);
 *   }
 * }
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const greet = (_: asyncio.StreamReader, writer: asyncio.StreamWriter) => writer.write(Uint8Array.of(1, 2, 3));
 *   const server = await asyncio.start_server(greet, '127.0.0.1', 0);
 *   const [host, port] = server.sockets[0]!.getsockname();
 *   const [transport, protocol] = await loop.create_connection(() => new Filling(), host, port);
 *   const count = await protocol.filled;
 *   transport.close();
 *   server.close();
 *   return [count, ...protocol.memory.subarray(0, count)];
 * });
 * await asyncio.run(main()); // => [3, 1, 2, 3]
 * ```
 *
 * @public
 */
export class BufferedProtocol extends BaseProtocol {
  /** The connection stands; `transport` writes to it. */
  override connection_made(transport: Transport): void {
    void transport;
  }

  /**
   * Gives the memory for what comes next.
   *
   * @param sizehint - How many bytes would do; -1 if nobody knows.
   * @returns An array that isn't empty; more than it holds comes in several calls.
   */
  get_buffer(sizehint: number): Uint8Array {
    void sizehint;
    throw new NotImplementedError('a BufferedProtocol has to have a method get_buffer');
  }

  /** Bytes have been put at the beginning of what `get_buffer` has given: so many. */
  buffer_updated(nbytes: number): void {
    void nbytes;
  }

  /** As {@link Protocol.eof_received}. */
  eof_received(): unknown {
    return null;
  }
}

/**
 * A protocol for datagrams.
 *
 * @remarks
 * **Python.** `asyncio.DatagramProtocol`.
 *
 * @example
 * ```ts
 * class Counting extends asyncio.DatagramProtocol {
 *   count = 0;
 *   override datagram_received() {
 *     this.count += 1;
 *   }
 * }
 * const protocol = new Counting();
 * protocol.datagram_received();
 * protocol.count; // => 1
 * ```
 *
 * @public
 */
export class DatagramProtocol extends BaseProtocol {
  /** The endpoint stands; `transport` sends from it. */
  override connection_made(transport: DatagramTransport): void {
    void transport;
  }

  /** A datagram has come, from the address. */
  datagram_received(data: Uint8Array, addr: unknown): void {
    void [data, addr];
  }

  /** Sending or receiving has failed; the endpoint goes on. */
  error_received(exc: Error): void {
    void exc;
  }
}

/**
 * A protocol for a child process and its pipes.
 *
 * @remarks
 * **Python.** `asyncio.SubprocessProtocol`.
 *
 * @example
 * ```ts
 * class Collecting extends asyncio.SubprocessProtocol {
 *   size = 0;
 *   override pipe_data_received(fd: number, data: Uint8Array) {
 *     this.size += data.length;
 *   }
 * }
 * const protocol = new Collecting();
 * protocol.pipe_data_received(1, Uint8Array.of(1, 2));
 * protocol.size; // => 2
 * ```
 *
 * @public
 */
export class SubprocessProtocol extends BaseProtocol {
  /** The process runs. */
  override connection_made(transport: SubprocessTransport): void {
    void transport;
  }

  /**
   * The process has written.
   *
   * @param fd - 1 for its standard output, 2 for its standard error.
   * @param data - At least one byte.
   */
  pipe_data_received(fd: number, data: Uint8Array): void {
    void [fd, data];
  }

  /**
   * A pipe has been closed.
   *
   * @param fd - 0, 1 or 2.
   * @param exc - Why, if it failed.
   */
  pipe_connection_lost(fd: number, exc: Error | null): void {
    void [fd, exc];
  }

  /** The process has ended. */
  process_exited(): void {
    // Whoever wants to know more asks the transport.
  }
}
