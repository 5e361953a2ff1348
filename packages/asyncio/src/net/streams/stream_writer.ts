/** `StreamWriter`: bytes that go, for coroutines. */
import { signature } from '../../builtins/arguments.js';
import { installRepr, repr } from '../../builtins/repr.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { Coroutine } from '../../core/coroutines/coroutines.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import { dataOf } from '../../core/contract/bytes.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { markCoroutineFunctions } from '../../core/common/function_kinds.js';
import type { Future } from '../../core/futures/futures.js';
import type { StartTLSOptions } from '../../core/contract/io_options.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { DataKeyword, ExtraInfoOptions, Transport } from '../../core/contract/transports.js';
import type { SSLContext } from '../../ssl/context.js';
import { Room, type Drain } from './drain.js';
import type { StreamReader } from './stream_reader.js';

/** The protocol of a writer: it knows whether there is room, and when the connection has ended. */
interface DrainingProtocol extends BaseProtocol {
  readonly _isServer: boolean;
  readonly _closed: Future<null>;
  readonly _drain: Drain;
  _replaceTransport(transport: Transport): void;
}

/** What a {@link StreamWriter} is made of, as keywords. @public */
export interface StreamWriterParts {
  /** The transport. */
  readonly transport: Transport;
  /** Its protocol. */
  readonly protocol: BaseProtocol;
  /** The reader of the same stream. */
  readonly reader: StreamReader | null;
  /** The loop. */
  readonly loop: AbstractEventLoop;
}

const coroutineOf = (name: string) => ({ name, __qualname__: `StreamWriter.${name}` });
const DRAIN = coroutineOf('drain');
const WAIT_CLOSED = coroutineOf('wait_closed');
const START_TLS = coroutineOf('start_tls');

const initSpec = signature('StreamWriter.__init__(self, transport, protocol, reader, loop)');
const writeSpec = signature('StreamWriter.write(self, data)');
const writelinesSpec = signature('StreamWriter.writelines(self, data)');
const extraInfoSpec = signature('StreamWriter.get_extra_info(self, name, default?!)');
const startTLSSpec = signature(
  'StreamWriter.start_tls(self, sslcontext, *, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout)',
);

/**
 * The way out of a stream, for coroutines.
 *
 * Write, and then wait for {@link StreamWriter.drain}: so that who writes is no faster than who reads.
 *
 * @remarks
 * **Python.** `asyncio.StreamWriter`. {@link open_connection} and {@link start_server} make writers.
 *
 * @example
 * ```ts node real-time
 * const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
 * const greet = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
 *   const name = await reader.readline();
 *   writer.write(new TextEncoder().encode(`hello ${text(name)}`));
 *   await writer.drain();
 *   writer.close();
 *   await writer.wait_closed();
 * });
 * const main = asyncio.coroutine(async () => {
 *   const server = await asyncio.start_server(greet, '127.0.0.1', 0);
 *   const [host, port] = server.sockets[0]!.getsockname();
 *   const [reader, writer] = await asyncio.open_connection(host, port);
 *   writer.write(new TextEncoder().encode('Ada\n'));
 *   const answer = await reader.readline();
 *   writer.close();
 *   server.close();
 *   return text(answer);
 * });
 * await asyncio.run(main()); // => 'hello Ada\n'
 * ```
 *
 * @public
 */
export class StreamWriter implements AsyncDisposable {
  #transport: Transport;
  readonly #protocol: DrainingProtocol;
  readonly #reader: StreamReader | null;
  readonly #loop: AbstractEventLoop;

  /**
   * @param transport - The transport. Also as keyword.
   * @param protocol - Its protocol. Also as keyword.
   * @param reader - The reader of the same stream. Also as keyword.
   * @param loop - The loop. Also as keyword.
   */
  constructor(
    transport: Transport,
    protocol: BaseProtocol,
    reader: StreamReader | null,
    loop: AbstractEventLoop | Pick<StreamWriterParts, 'loop'>,
  );
  constructor(transport: Transport, protocol: BaseProtocol, options: Pick<StreamWriterParts, 'reader' | 'loop'>);
  constructor(transport: Transport, options: Omit<StreamWriterParts, 'transport'>);
  constructor(options: StreamWriterParts);
  constructor(...args: readonly unknown[]) {
    const [transport, protocol, reader, loop] = initSpec.bind(args) as [
      Transport,
      DrainingProtocol,
      StreamReader | null,
      AbstractEventLoop,
    ];
    this.#transport = transport;
    this.#protocol = protocol;
    this.#reader = reader;
    this.#loop = loop;
  }

  /** The transport. */
  get transport(): Transport {
    return this.#transport;
  }

  /**
   * Writes bytes. It doesn't wait: what can't be sent yet is kept. Call {@link StreamWriter.drain} then.
   *
   * @param data - The bytes; they must not be changed until they are sent. Also as keyword.
   */
  write(data: Uint8Array | DataKeyword): void;
  write(...args: readonly unknown[]): void {
    this.#transport.write(dataOf(args, writeSpec) as Uint8Array);
  }

  /**
   * Writes the bytes of several arrays.
   *
   * @param data - The arrays. Also as keyword.
   */
  writelines(data: Iterable<Uint8Array> | { readonly data: Iterable<Uint8Array> }): void;
  writelines(...args: readonly unknown[]): void {
    this.#transport.writelines(writelinesSpec.bind(args)[0] as Iterable<Uint8Array>);
  }

  /** Closes the writing side, when what was written is sent. */
  write_eof(): void {
    this.#transport.write_eof();
  }

  /** Whether the transport has a {@link StreamWriter.write_eof}. */
  can_write_eof(): boolean {
    return this.#transport.can_write_eof();
  }

  /** Closes the stream, when what was written is sent. {@link StreamWriter.wait_closed} waits for that. */
  close(): void {
    this.#transport.close();
  }

  /** Whether the stream is closing, or closed. */
  is_closing(): boolean {
    return this.#transport.is_closing();
  }

  /**
   * Waits until the stream is closed.
   *
   * @remarks
   * **Python.** `StreamWriter.wait_closed`.
   *
   * **Cancellation.** Only the wait ends, for all who wait.
   *
   * @throws What ended the connection, if it wasn't closed in peace.
   */
  wait_closed(): Coroutine<null> {
    return new GeneratorCoroutine(this.#waitClosed(), WAIT_CLOSED);
  }

  *#waitClosed(): Gen<null> {
    return yield* this.#protocol._closed;
  }

  /** Tells something about the transport, as {@link BaseTransport.get_extra_info}. */
  get_extra_info(name: string | ExtraInfoOptions, defaultValue?: unknown): unknown;
  get_extra_info(...args: readonly unknown[]): unknown {
    const [name, defaultValue = null] = extraInfoSpec.bind(args) as [string, unknown];
    return this.#transport.get_extra_info(name, defaultValue);
  }

  /**
   * Waits until there is room to write: at once, unless more waits to be sent than the limit of the transport allows.
   *
   * @remarks
   * **Python.** `StreamWriter.drain`.
   *
   * **Cancellation.** What was written is sent all the same.
   *
   * @throws What ended the connection.
   */
  drain(): Coroutine<null> {
    return new GeneratorCoroutine(new Room(this), DRAIN);
  }

  /** Raises what has broken the stream. @internal */
  _check(): void {
    this.#reader?._check();
  }

  /** Whether there is room. @internal */
  get _drain(): Drain {
    return this.#protocol._drain;
  }

  /**
   * Goes on with TLS.
   *
   * @remarks
   * **Python.** `StreamWriter.start_tls`, since 3.11.
   *
   * **Cancellation.** The connection is closed.
   *
   * @param sslcontext - The settings. Also as keyword.
   * @param options - `server_hostname` and time limits.
   */
  start_tls(sslcontext: SSLContext, options?: Omit<StartTLSOptions, 'server_side'>): Coroutine<null>;
  start_tls(options: Omit<StartTLSOptions, 'server_side'> & { readonly sslcontext: SSLContext }): Coroutine<null>;
  start_tls(...args: readonly unknown[]): Coroutine<null> {
    const bound = startTLSSpec.bind(args);
    return new GeneratorCoroutine(this.#startTLS(bound), START_TLS);
  }

  *#startTLS(bound: readonly unknown[]): Gen<null> {
    const [sslcontext, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout] = bound as [
      SSLContext,
      string | undefined,
      number | undefined,
      number | undefined,
    ];
    yield* this.drain();
    const transport = yield* this.#loop.start_tls(this.#transport, this.#protocol, sslcontext, {
      server_side: this.#protocol._isServer,
      server_hostname,
      ssl_handshake_timeout,
      ssl_shutdown_timeout,
    });
    this.#transport = transport;
    this.#protocol._replaceTransport(transport);
    return null;
  }

  /**
   * Closes the stream, and waits until it is closed; what `await using` calls.
   *
   * @remarks
   * **Cancellation.** Only the wait ends.
   */
  [Symbol.asyncDispose](): Coroutine<void> {
    this.close();
    return this.wait_closed() as Coroutine<unknown> as Coroutine<void>;
  }

  /** Python's text. */
  __repr__(): string {
    const parts = ['StreamWriter', `transport=${repr(this.#transport)}`];
    if (this.#reader !== null) parts.push(`reader=${repr(this.#reader)}`);
    return `<${parts.join(' ')}>`;
  }
}
installRepr(StreamWriter);

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(
  StreamWriter.prototype.drain,
  StreamWriter.prototype.wait_closed,
  StreamWriter.prototype.start_tls,
);
