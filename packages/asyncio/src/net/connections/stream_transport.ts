/**
 * The transport of a stream of bytes: TCP, Unix sockets, TLS.
 *
 * The stream tells of what happens outside of the loop's handles. The transport keeps that in order and is itself the
 * entry of the ready queue that hands it to the protocol, one event per iteration, as a selector would:
 *
 *     stream ──received──► inbox ──┐
 *            ──ended─────► eof ────┼──► _run ──► protocol
 *            ──closed────► error ──┘
 *
 * What is written goes straight to the stream, whose `pending` is the write buffer.
 */
import { signature } from '../../builtins/arguments.js';
import { ConnectionError, OSError, RuntimeError } from '../../builtins/exceptions.js';
import { installRepr } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import { copy_context, type Context } from '../../contextvars/context.js';
import { enterContext, exitContext } from '../../contextvars/state.js';
import type { ByteStream, StreamListener } from '../../host/network.js';
import { logger } from '../../host/log.js';
import { LOG_THRESHOLD_FOR_CONNLOST_WRITES } from '../../core/common/constants.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { isFatal } from '../../core/common/exceptions.js';
import type { Future } from '../../core/futures/futures.js';
import type { Runnable } from '../../core/contract/handles.js';
import type { Resource } from '../../core/contract/resources.js';
import { BufferedProtocol, type BaseProtocol } from '../../core/contract/protocols.js';
import { Transport, type BaseTransport } from '../../core/contract/transports.js';
import { checkedData, checkedItem, dataOf } from '../../core/contract/bytes.js';
import { FlowControl } from '../common/flow_control.js';
import { Inbox } from '../common/inbox.js';
import { raisedFor, setResultUnlessCancelled } from '../common/outcome.js';
import { directionsOf, transportRepr } from '../common/transport_repr.js';
import { Waiters } from '../common/waiters.js';

const protocolSpec = signature('_SelectorSocketTransport.set_protocol(self, protocol)');
const writeSpec = signature('_SelectorSocketTransport.write(self, data)');
const writelinesSpec = signature('_SelectorSocketTransport.writelines(self, list_of_data)');

/** Told when a connection of its ends. */
export interface Owner {
  _attach(transport: StreamTransport): void;
  _detach(transport: StreamTransport): void;
}

/** Any object with these methods is a protocol. */
interface DataProtocol extends BaseProtocol {
  data_received(data: Uint8Array): void;
  eof_received(): unknown;
}

/** What a transport is made of. */
export interface StreamTransportParts {
  readonly stream: ByteStream;
  readonly protocol: BaseProtocol;
  /** Resolved when the protocol knows of the connection. */
  readonly waiter: Future<null> | null;
  readonly extra: Record<string, unknown>;
  readonly server: Owner | null;
}

export class StreamTransport extends Transport implements StreamListener, Runnable, Resource {
  readonly _cancelled: boolean = false;
  readonly _source_traceback: null = null;
  protected readonly loop: AbstractEventLoop;
  #stream: ByteStream;
  readonly #server: Owner | null;
  /** Its number is in its text when it is closed, too. */
  readonly #fileno: number;
  readonly #context: Context;
  readonly #flow: FlowControl;
  #protocol: BaseProtocol;
  readonly #inbox: Inbox;
  #isPaused = false;
  /** The peer's last byte has come; the protocol needn't know of it yet. */
  #hasEnded = false;
  #eofWasTold = false;
  /** The stream is gone, and why. */
  #isGone = false;
  #error: Error | null = null;
  #isClosing = false;
  #wroteEof = false;
  /** More than 0 when the end has been decided; then it counts what is written in vain. */
  #lost = 0;
  #isClosed = false;
  #isQueued = false;
  /** While a file is sent nothing else is. */
  #isSendingFile = false;
  readonly #senders = new Waiters();

  constructor(loop: AbstractEventLoop, parts: StreamTransportParts) {
    super(parts.extra);
    this.loop = loop;
    this.#stream = parts.stream;
    this.#inbox = new Inbox(parts.stream);
    this.#fileno = parts.stream.fileno;
    this.#protocol = parts.protocol;
    this.#server = parts.server;
    this.#context = copy_context();
    this.#flow = new FlowControl(loop, this);
    loop._resources.add(this);
    parts.stream.listener = this;
    parts.server?._attach(this);
    loop.call_soon(connectionMade(parts.protocol, this));
    // What comes at once must not reach a protocol that doesn't know its transport.
    loop.call_soon(this.#beginReading);
    if (parts.waiter !== null) loop.call_soon(setResultUnlessCancelled, parts.waiter);
  }

  /**
   * Goes on with a stream that is made of the present one, such as one of TLS, and of what has come by that and the
   * protocol doesn't know yet. @internal
   */
  _replaceStream(replacement: (stream: ByteStream, unread: readonly Uint8Array[]) => ByteStream): void {
    this.#stream = this.#inbox.replaceStream(replacement);
    this.#stream.listener = this;
  }

  readonly #beginReading = (): void => {
    if (this.is_reading()) this.#inbox.open();
  };

  // What the stream tells

  received(chunk: Uint8Array): void {
    if (this.#isClosing) return;
    this.#inbox.push(chunk);
    this.#queue();
  }

  ended(): void {
    this.#hasEnded = true;
    this.#queue();
  }

  flushed(): void {
    this.#senders.wake();
    if (this.#isClosing || this.#flow.isPaused) this.#queue();
  }

  closed(error: Error | null): void {
    this.#isGone = true;
    this.#error = error === null ? null : raisedFor(error);
    this.#senders.wake();
    this.#queue();
  }

  #queue(): void {
    if (this.#isQueued || this.#isClosed || this.loop.is_closed()) return;
    this.#isQueued = true;
    this.loop._enqueue(this);
  }

  /** @internal */
  _run(): void {
    this.#isQueued = false;
    enterContext(this.#context);
    try {
      this.#handle();
    } finally {
      exitContext(this.#context);
    }
    if (this.#hasMore()) this.#queue();
  }

  #hasMore(): boolean {
    if (this.#isClosing) return false;
    if (this.#isGone && this.#error !== null) return true;
    if (this.#isPaused) return false;
    return !this.#inbox.isEmpty || (this.#hasEnded && !this.#eofWasTold) || this.#isCutOff();
  }

  /** The stream is gone, although nobody has closed both its sides. */
  #isCutOff(): boolean {
    return this.#isGone && !(this.#wroteEof && this.#eofWasTold);
  }

  /** One event. What has been written may have left the buffer in the meantime. */
  #handle(): void {
    if (this.#isClosed) return;
    if (!this.#isGone) this.#flow.shrunk();
    if (this.#isClosing) {
      if (this.#lost === 0 && (this.#stream.pending === 0 || this.#isGone)) this.#lose(this.#error);
      return;
    }
    const chunk = this.#isPaused ? undefined : this.#inbox.shift();
    if (chunk !== undefined) this.#deliver(chunk);
    else if (this.#error !== null) this._fatal_error(this.#error, 'Fatal read error on socket transport');
    else if (this.#isPaused) return;
    else if (this.#hasEnded && !this.#eofWasTold) this.#tellEof();
    else if (this.#isCutOff()) this._force_close(null);
  }

  #deliver(chunk: Uint8Array): void {
    const protocol = this.#protocol;
    if (protocol instanceof BufferedProtocol) {
      this.#fill(protocol, chunk);
      return;
    }
    try {
      (protocol as DataProtocol).data_received(chunk);
    } catch (error) {
      if (isFatal(error)) throw error;
      this._fatal_error(error, 'Fatal error: protocol.data_received() call failed.');
    }
  }

  #fill(protocol: BufferedProtocol, chunk: Uint8Array): void {
    let method = 'get_buffer';
    try {
      for (let at = 0; at < chunk.length && !this.#isClosing;) {
        method = 'get_buffer';
        const buffer = protocol.get_buffer(-1);
        if (buffer.length === 0) throw new RuntimeError('get_buffer() returned an empty buffer');
        const part = chunk.subarray(at, at + buffer.length);
        buffer.set(part);
        at += part.length;
        method = 'buffer_updated';
        protocol.buffer_updated(part.length);
      }
    } catch (error) {
      if (isFatal(error)) throw error;
      this._fatal_error(error, `Fatal error: protocol.${method}() call failed.`);
    }
  }

  #tellEof(): void {
    this.#eofWasTold = true;
    let keepsOpen: unknown;
    try {
      keepsOpen = (this.#protocol as DataProtocol).eof_received();
    } catch (error) {
      if (isFatal(error)) throw error;
      this._fatal_error(error, 'Fatal error: protocol.eof_received() call failed.');
      return;
    }
    if (!isTrue(keepsOpen)) this.close();
  }

  // What the protocol does

  override get_protocol(): BaseProtocol {
    return this.#protocol;
  }

  override set_protocol(...args: readonly unknown[]): void {
    this.#protocol = protocolSpec.bind(args)[0] as BaseProtocol;
  }

  override is_closing(): boolean {
    return this.#isClosing;
  }

  override is_reading(): boolean {
    return !this.#isClosing && !this.#isPaused;
  }

  override pause_reading(): void {
    if (!this.is_reading()) return;
    this.#isPaused = true;
    this.#inbox.shut();
    if (this.loop.get_debug()) logger.debug('%r pauses reading', this);
  }

  override resume_reading(): void {
    if (this.#isClosing || !this.#isPaused) return;
    this.#isPaused = false;
    this.#inbox.open();
    if (this.#hasMore()) this.#queue();
    if (this.loop.get_debug()) logger.debug('%r resumes reading', this);
  }

  override set_write_buffer_limits(...args: readonly unknown[]): void {
    this.#flow.setLimits(args);
  }

  override get_write_buffer_limits(): [low: number, high: number] {
    return this.#flow.limits;
  }

  override get_write_buffer_size(): number {
    return this.#stream.pending;
  }

  override write(...args: readonly unknown[]): void {
    const bytes = checkedData(dataOf(args, writeSpec));
    if (this.#wroteEof) throw new RuntimeError('Cannot call write() after write_eof()');
    if (this.#isSendingFile) throw new RuntimeError('unable to write; sendfile is in progress');
    if (bytes.length > 0) this.#write(bytes);
  }

  override writelines(...args: readonly unknown[]): void {
    const [list] = writelinesSpec.bind(args) as [Iterable<unknown>];
    if (this.#wroteEof) throw new RuntimeError('Cannot call writelines() after write_eof()');
    if (this.#isSendingFile) throw new RuntimeError('unable to writelines; sendfile is in progress');
    for (const bytes of [...list].map(checkedItem)) if (bytes.length > 0) this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    if (this.#lost > 0 || this.#isGone) {
      if (this.#lost >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) logger.warning('socket.send() raised exception.');
      this.#lost += 1;
      return;
    }
    if (this.#stream.write(bytes)) this.#flow.grown();
  }

  /** Nobody else may write from now on. Gives what ends that. @internal */
  _beginSendfile(): () => void {
    if (this.#isSendingFile) throw new RuntimeError('Empty waiter is already set');
    this.#isSendingFile = true;
    return () => {
      this.#isSendingFile = false;
    };
  }

  /** Sends a piece of a file, and waits until it is sent. An empty one waits for what was written before. @internal */
  *_sendPiece(piece: Uint8Array): Gen<void> {
    this.#checkSending();
    if (piece.length > 0) this.#stream.write(piece);
    while (this.#stream.pending > 0) {
      yield* this.#senders.wait(this.loop);
      this.#checkSending();
    }
  }

  #checkSending(): void {
    if (this.#isGone || this.#isClosing) throw this.#error ?? new ConnectionError('Connection is closed by peer');
  }

  override can_write_eof(): boolean {
    return true;
  }

  override write_eof(): void {
    if (this.#isClosing || this.#wroteEof) return;
    this.#wroteEof = true;
    this.#stream.end();
  }

  /** As `write_eof`, which not all transports have. @internal */
  _endWriting(): void {
    this.write_eof();
  }

  override close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#inbox.discard();
    if (this.#stream.pending === 0 || this.#isGone) this.#lose(null);
  }

  override abort(): void {
    this._force_close(null);
  }

  // The end

  /** Something has failed: reports it unless it is the system's business, and ends the connection. @internal */
  _fatal_error(error: unknown, message: string): void {
    if (error instanceof OSError) {
      if (this.loop.get_debug()) logger.debug('%r: %s', this, message);
    } else {
      this.loop.call_exception_handler({ message, exception: error, transport: this, protocol: this.#protocol });
    }
    this._force_close(error as Error);
  }

  /** Ends the connection at once. @internal */
  _force_close(error: Error | null): void {
    if (this.#lost > 0) return;
    this.#isClosing = true;
    this.#inbox.discard();
    this.#lose(error);
  }

  /** The end is decided: the protocol is told in a handle of its own. */
  #lose(error: Error | null): void {
    this.#lost += 1;
    this.#senders.wake();
    this.loop.call_soon(this['_SelectorSocketTransport._call_connection_lost'], error);
  }

  /** It goes by CPython's name, which reports show. */
  readonly '_SelectorSocketTransport._call_connection_lost' = (error: Error | null): void => {
    try {
      this.#protocol.connection_lost(error);
    } finally {
      this.#isClosed = true;
      this.#stream.destroy();
      this.loop._resources.delete(this);
      this.#server?._detach(this);
    }
  };

  /** The loop is closed: nobody can be told any more. @internal */
  _release(): void {
    this.#isClosed = true;
    this.#isClosing = true;
    this.#stream.destroy();
  }

  /** Python's text. */
  __repr__(): string {
    const state = { isClosed: this.#isClosed, isClosing: this.#isClosing, fileno: this.#fileno };
    return transportRepr(this, state, this.#isClosed ? [] : directionsOf(this));
  }
}

/** Tells a protocol of its transport. Reports show it by the name of the method. */
function connectionMade(protocol: BaseProtocol, transport: BaseTransport): () => void {
  const callback = (): void => {
    protocol.connection_made(transport);
  };
  return Object.defineProperty(callback, 'name', { value: `${protocol.constructor.name}.connection_made` });
}

Object.defineProperty(StreamTransport, 'name', { value: '_SelectorSocketTransport' });
installRepr(StreamTransport);
