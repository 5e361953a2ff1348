/** The transport of a pipe from which this program reads. */
import { signature } from '../../builtins/arguments.js';
import { OSError } from '../../builtins/exceptions.js';
import { errorNumber } from '../../builtins/errno.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { installRepr } from '../../builtins/repr.js';
import { copy_context, type Context } from '../../contextvars/context.js';
import { logger } from '../../host/log.js';
import type { ByteStream, StreamListener } from '../../host/network.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { Resource } from '../../core/contract/resources.js';
import { ReadTransport } from '../../core/contract/transports.js';
import { Inbox } from '../common/inbox.js';
import { setResultUnlessCancelled } from '../common/outcome.js';
import type { PipeProtocol, PipeTransportParts } from './pipe_parts.js';
import { transportRepr } from '../common/transport_repr.js';

const protocolSpec = signature('_UnixReadPipeTransport.set_protocol(self, protocol)');

/**
 * What the stream tells is kept in order, and handed to the protocol in handles: one event each, as a selector would.
 * Those go by CPython's names, which reports show.
 */
export class ReadPipeTransport extends ReadTransport implements StreamListener, Resource {
  readonly #loop: AbstractEventLoop;
  readonly #stream: ByteStream;
  /** Its number is in its text when it is closed, too. */
  readonly #fileno: number;
  readonly #context: Context;
  #protocol: PipeProtocol | null;
  readonly #inbox: Inbox;
  #isPaused = false;
  #isQueued = false;
  /** The last byte has come; the protocol needn't know of it yet. */
  #hasEnded = false;
  /** Why the stream has failed. */
  #error: Error | null = null;
  #isClosing = false;
  #isClosed = false;

  constructor(loop: AbstractEventLoop, { stream, protocol, pipe, waiter }: PipeTransportParts) {
    super({ pipe });
    this.#loop = loop;
    this.#stream = stream;
    this.#inbox = new Inbox(stream);
    this.#fileno = stream.fileno;
    this.#protocol = protocol as PipeProtocol;
    this.#context = copy_context();
    loop._resources.add(this);
    stream.listener = this;
    loop.call_soon(this.#connectionMade);
    // What comes at once must not reach a protocol that doesn't know its transport.
    loop.call_soon(this.#beginReading);
    loop.call_soon(setResultUnlessCancelled, waiter);
  }

  readonly #connectionMade = (): void => {
    this.#protocol?.connection_made(this);
  };

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
    // Nothing is written.
  }

  closed(error: Error | null): void {
    this.#hasEnded = true;
    this.#error = error;
    this.#queue();
  }

  #queue(): void {
    if (this.#isQueued || this.#isClosing || this.#isPaused || this.#loop.is_closed()) return;
    this.#isQueued = true;
    this.#loop.call_soon(this['_UnixReadPipeTransport._read_ready'], { context: this.#context });
  }

  readonly '_UnixReadPipeTransport._read_ready' = (): void => {
    this.#isQueued = false;
    if (!this.is_reading()) return;
    const chunk = this.#inbox.shift();
    if (chunk !== undefined) {
      if (!this.#inbox.isEmpty || this.#hasEnded) this.#queue();
      this.#protocol?.data_received(chunk);
    } else if (this.#error !== null) this.#fail(this.#error);
    else if (this.#hasEnded) this.#end();
  };

  #end(): void {
    if (this.#loop.get_debug()) logger.info('%r was closed by peer', this);
    this.#isClosing = true;
    this.#loop.call_soon(() => this.#protocol?.eof_received());
    this.#loop.call_soon(this['_UnixReadPipeTransport._call_connection_lost'], null);
  }

  #fail(systemError: Error): void {
    const exception = fromSystemError(systemError) as Error;
    const message = 'Fatal read error on pipe transport';
    // A terminal whose other end is gone says so.
    if (exception instanceof OSError && exception.errno === errorNumber('EIO')) {
      if (this.#loop.get_debug()) logger.debug('%r: %s', this, message);
    } else {
      this.#loop.call_exception_handler({ message, exception, transport: this, protocol: this.#protocol });
    }
    this.#close(exception);
  }

  // What the protocol does

  override get_protocol(): BaseProtocol {
    return this.#protocol as BaseProtocol;
  }

  override set_protocol(...args: readonly unknown[]): void {
    this.#protocol = protocolSpec.bind(args)[0] as PipeProtocol;
  }

  override is_closing(): boolean {
    return this.#isClosing;
  }

  override is_reading(): boolean {
    return !this.#isPaused && !this.#isClosing;
  }

  override pause_reading(): void {
    if (!this.is_reading()) return;
    this.#isPaused = true;
    this.#inbox.shut();
    if (this.#loop.get_debug()) logger.debug('%r pauses reading', this);
  }

  override resume_reading(): void {
    if (this.#isClosing || !this.#isPaused) return;
    this.#isPaused = false;
    this.#inbox.open();
    if (!this.#inbox.isEmpty || this.#hasEnded) this.#queue();
    if (this.#loop.get_debug()) logger.debug('%r resumes reading', this);
  }

  override close(): void {
    if (!this.#isClosing) this.#close(null);
  }

  #close(error: Error | null): void {
    this.#isClosing = true;
    this.#inbox.discard();
    this.#loop.call_soon(this['_UnixReadPipeTransport._call_connection_lost'], error);
  }

  readonly '_UnixReadPipeTransport._call_connection_lost' = (error: Error | null): void => {
    try {
      this.#protocol?.connection_lost(error);
    } finally {
      this._release();
      this.#protocol = null;
      this.#loop._resources.delete(this);
    }
  };

  /** @internal */
  _release(): void {
    this.#isClosing = true;
    this.#isClosed = true;
    this.#inbox.discard();
    this.#stream.destroy();
  }

  /** Python's text. */
  __repr__(): string {
    const state = { isClosed: this.#isClosed, isClosing: this.#isClosing, fileno: this.#fileno };
    const is = this.#isClosed ? 'closed' : this.is_reading() ? 'polling' : 'idle';
    return transportRepr(this, state, [is]);
  }
}
Object.defineProperty(ReadPipeTransport, 'name', { value: '_UnixReadPipeTransport' });
installRepr(ReadPipeTransport);
