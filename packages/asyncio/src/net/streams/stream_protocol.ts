/** `StreamReaderProtocol`: between a transport and the pair of a reader and a writer. */
import { signature } from '../../builtins/arguments.js';
import { installRepr } from '../../builtins/repr.js';
import { objectRepr } from '../../core/locks/mixins.js';
import { iscoroutine } from '../../core/tasks/coroutine_functions.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { Future } from '../../core/futures/futures.js';
import { get_event_loop } from '../../core/contract/current_loop.js';
import { Protocol } from '../../core/contract/protocols.js';
import type { Transport } from '../../core/contract/transports.js';
import { Drain } from './drain.js';
import type { StreamReader } from './stream_reader.js';
import { StreamWriter } from './stream_writer.js';

const initSpec = signature('StreamReaderProtocol.__init__(self, stream_reader, client_connected_cb?, loop?)');

/** Called with the reader and the writer of a new connection; a coroutine that it gives runs as a task. @public */
export type ClientConnectedCallback = (reader: StreamReader, writer: StreamWriter) => unknown;

/** The keywords of {@link StreamReaderProtocol}. @public */
export interface StreamReaderProtocolOptions {
  /** Called when the connection stands, on a server. */
  readonly client_connected_cb?: ClientConnectedCallback | null | undefined;
  /** The loop; by default the current one. */
  readonly loop?: AbstractEventLoop | null | undefined;
}

/**
 * Feeds a {@link StreamReader} with what comes by a transport.
 *
 * @remarks
 * **Python.** `asyncio.StreamReaderProtocol`. {@link open_connection} and {@link start_server} use it; most programs
 * have no reason to.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const server = await asyncio.start_server((_, writer) => writer.close(), '127.0.0.1', 0);
 *   const [host, port] = server.sockets[0]!.getsockname();
 *   const reader = new asyncio.StreamReader();
 *   const [transport] = await loop.create_connection(() => new asyncio.StreamReaderProtocol(reader), host, port);
 *   const all = await reader.read();
 *   transport.close();
 *   server.close();
 *   return all.length;
 * });
 * await asyncio.run(main()); // => 0
 * ```
 *
 * @public
 */
export class StreamReaderProtocol extends Protocol {
  readonly #loop: AbstractEventLoop;
  readonly #callback: ClientConnectedCallback | null;
  /** Whether there is room for what is written. @internal */
  readonly _drain: Drain;
  readonly #closed: Future<null>;
  #reader: StreamReader | null;
  #transport: Transport | null = null;
  #usesTLS = false;

  /**
   * @param stream_reader - The reader. Also as keyword.
   * @param client_connected_cb - Called when the connection stands, on a server. Also as keyword.
   * @param loop - The loop; by default the current one. Also as keyword.
   */
  constructor(
    stream_reader: StreamReader | null,
    client_connected_cb?: ClientConnectedCallback | null,
    loop?: AbstractEventLoop | Pick<StreamReaderProtocolOptions, 'loop'> | null,
  );
  constructor(stream_reader: StreamReader | null, options: StreamReaderProtocolOptions);
  constructor(options: StreamReaderProtocolOptions & { readonly stream_reader: StreamReader | null });
  constructor(...args: readonly unknown[]) {
    super();
    const [reader, callback, loop] = initSpec.bind(args) as [
      StreamReader | null,
      ClientConnectedCallback | null | undefined,
      AbstractEventLoop | null | undefined,
    ];
    this.#loop = loop ?? get_event_loop();
    this.#reader = reader;
    this.#callback = callback ?? null;
    this._drain = new Drain(this.#loop, this);
    this.#closed = this.#loop.create_future();
  }

  override connection_made(transport: Transport): void {
    this.#transport = transport;
    this.#reader?.set_transport(transport);
    this.#usesTLS = transport.get_extra_info('sslcontext') !== null;
    if (this.#callback === null || this.#reader === null) return;
    const result = this.#callback(this.#reader, new StreamWriter(transport, this, this.#reader, this.#loop));
    if (!iscoroutine(result)) return;
    const task = this.#loop.create_task(result);
    task.add_done_callback(this['StreamReaderProtocol.connection_made.<locals>.callback']);
  }

  /** It goes by CPython's name, which shows in the task's text. */
  readonly 'StreamReaderProtocol.connection_made.<locals>.callback' = (task: Future<unknown>): void => {
    const transport = this.#transport;
    if (task.cancelled()) {
      transport?.close();
      return;
    }
    const exception = task.exception();
    if (exception === null) return;
    this.#loop.call_exception_handler({
      message: 'Unhandled exception in client_connected_cb',
      exception,
      transport,
    });
    transport?.close();
  };

  override connection_lost(exc: Error | null): void {
    if (exc === null) this.#reader?.feed_eof();
    else this.#reader?.set_exception(exc);
    if (!this.#closed.done()) {
      if (exc === null) this.#closed.set_result(null);
      else this.#closed.set_exception(exc);
      // Nobody has to call `wait_closed`.
      if (exc !== null) this.#closed.exception();
    }
    this._drain.lost(exc);
    this.#reader = null;
  }

  override data_received(data: Uint8Array): void {
    this.#reader?.feed_data(data);
  }

  override eof_received(): boolean {
    this.#reader?.feed_eof();
    // TLS has no connection that is closed on one side.
    return !this.#usesTLS;
  }

  override pause_writing(): void {
    this._drain.pause();
  }

  override resume_writing(): void {
    this._drain.resume();
  }

  /** Whether this is the server's end. @internal */
  get _isServer(): boolean {
    return this.#callback !== null;
  }

  /** Resolved when the connection has ended. @internal */
  get _closed(): Future<null> {
    return this.#closed;
  }

  /** TLS has begun. @internal */
  _replaceTransport(transport: Transport): void {
    this.#transport = transport;
    this.#reader?._replaceTransport(transport);
    this.#usesTLS = transport.get_extra_info('sslcontext') !== null;
  }

  /** Python's text of an object. */
  __repr__(): string {
    return `${objectRepr(this, StreamReaderProtocol, 'asyncio.streams')}>`;
  }
}
installRepr(StreamReaderProtocol);
