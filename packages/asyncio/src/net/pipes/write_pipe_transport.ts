/** The transport of a pipe to which this program writes. */
import { signature } from '../../builtins/arguments.js';
import { AssertionError, BrokenPipeError, OSError } from '../../builtins/exceptions.js';
import { errorNumber } from '../../builtins/errno.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { installRepr, repr } from '../../builtins/repr.js';
import { copy_context, type Context } from '../../contextvars/context.js';
import { logger } from '../../host/log.js';
import type { ByteStream, StreamListener } from '../../host/network.js';
import { LOG_THRESHOLD_FOR_CONNLOST_WRITES } from '../../core/common/constants.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { Resource } from '../../core/contract/resources.js';
import { WriteTransport } from '../../core/contract/transports.js';
import { asBytes, dataOf } from '../../core/contract/bytes.js';
import { FlowControl } from '../common/flow_control.js';
import { setResultUnlessCancelled } from '../common/outcome.js';
import type { PipeTransportParts } from './pipe_parts.js';
import { transportRepr } from '../common/transport_repr.js';

const protocolSpec = signature('_UnixWritePipeTransport.set_protocol(self, protocol)');
const writeSpec = signature('_UnixWritePipeTransport.write(self, data)');

/** What the error of a stream tells of where it comes from. */
interface StreamError extends Error {
  readonly code?: unknown;
  readonly syscall?: unknown;
}

/**
 * It watches for the end of the other side, if the stream can tell: nobody writes to a pipe to which this program
 * writes, so whatever there is to read means that the reader is gone.
 */
export class WritePipeTransport extends WriteTransport implements StreamListener, Resource {
  readonly #loop: AbstractEventLoop;
  readonly #stream: ByteStream;
  /** Its number is in its text when it is closed, too. */
  readonly #fileno: number;
  readonly #context: Context;
  readonly #flow: FlowControl;
  #protocol: BaseProtocol | null;
  #isQueued = false;
  /** The reader is gone, and how the stream said so. */
  #isLost = false;
  #error: StreamError | null = null;
  /** Some of what was written waits. A stream that has failed doesn't know any more. */
  #isUnsent = false;
  #isClosing = false;
  /** More than 0 when writing has failed; then it counts what is written in vain. */
  #lostWrites = 0;
  /** The protocol is going to be told of the end. */
  #isEnding = false;
  #isClosed = false;

  constructor(loop: AbstractEventLoop, { stream, protocol, pipe, waiter }: PipeTransportParts) {
    super({ pipe });
    this.#loop = loop;
    this.#stream = stream;
    this.#fileno = stream.fileno;
    this.#protocol = protocol;
    this.#context = copy_context();
    this.#flow = new FlowControl(loop, this);
    loop._resources.add(this);
    stream.listener = this;
    loop.call_soon(this.#connectionMade);
    loop.call_soon(this.#watchReader);
    loop.call_soon(setResultUnlessCancelled, waiter);
  }

  readonly #connectionMade = (): void => {
    this.#protocol?.connection_made(this);
  };

  readonly #watchReader = (): void => {
    if (!this.#isClosed) this.#stream.resume();
  };

  // What the stream tells

  received(): void {
    this.#isLost = true;
    this.#queue();
  }

  ended(): void {
    this.#isLost = true;
    this.#queue();
  }

  flushed(): void {
    if (this.#isUnsent || this.#isClosing) this.#queue();
  }

  closed(error: Error | null): void {
    this.#isLost = true;
    this.#error = error;
    this.#queue();
  }

  #queue(): void {
    if (this.#isQueued || this.#isEnding || this.#loop.is_closed()) return;
    this.#isQueued = true;
    this.#loop.call_soon(this['_UnixWritePipeTransport._write_ready'], { context: this.#context });
  }

  readonly '_UnixWritePipeTransport._write_ready' = (): void => {
    this.#isQueued = false;
    if (this.#isEnding) return;
    if (this.#isLost) {
      this.#readerIsGone();
      return;
    }
    this.#isUnsent = this.#stream.pending > 0;
    this.#flow.shrunk();
    if (this.#isClosing && !this.#isUnsent) this.#end(null);
  };

  #readerIsGone(): void {
    if (this.#loop.get_debug()) logger.info('%r was closed by peer', this);
    const error = this.#error;
    // Between sockets, the end of a reader that hasn't read all is an error of reading.
    if (error !== null && error.syscall !== 'read') this.#fail(brokenPipe(error));
    else this.#end(this.#isUnsent ? new BrokenPipeError() : null);
  }

  #fail(error: unknown): void {
    this.#lostWrites += 1;
    const message = 'Fatal write error on pipe transport';
    if (error instanceof OSError) {
      if (this.#loop.get_debug()) logger.debug('%r: %s', this, message);
    } else {
      this.#loop.call_exception_handler({ message, exception: error, transport: this, protocol: this.#protocol });
    }
    this.#end(error as Error);
  }

  // What the protocol does

  override get_protocol(): BaseProtocol {
    return this.#protocol as BaseProtocol;
  }

  override set_protocol(...args: readonly unknown[]): void {
    this.#protocol = protocolSpec.bind(args)[0] as BaseProtocol;
  }

  override is_closing(): boolean {
    return this.#isClosing;
  }

  override set_write_buffer_limits(...args: readonly unknown[]): void {
    this.#flow.setLimits(args);
  }

  override get_write_buffer_limits(): [low: number, high: number] {
    return this.#flow.limits;
  }

  override get_write_buffer_size(): number {
    return this.#isEnding ? 0 : this.#stream.pending;
  }

  override write(...args: readonly unknown[]): void {
    const data = dataOf(args, writeSpec);
    const bytes = asBytes(data);
    if (bytes === null) throw new AssertionError(repr(data));
    if (bytes.length > 0) this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    if (this.#isClosing || this.#lostWrites > 0) {
      if (this.#lostWrites >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) {
        logger.warning('pipe closed by peer or os.write(pipe, data) raised exception.');
      }
      this.#lostWrites += 1;
      return;
    }
    this.#isUnsent = true;
    if (this.#isLost) return;
    this.#isUnsent = this.#stream.write(bytes);
    if (this.#isUnsent) this.#flow.grown();
  }

  override can_write_eof(): boolean {
    return true;
  }

  override write_eof(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    if (this.#stream.pending === 0) this.#end(null);
  }

  override close(): void {
    this.write_eof();
  }

  override abort(): void {
    this.#end(null);
  }

  /** The end is decided: the protocol is told in a handle of its own. */
  #end(error: Error | null): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#isClosing = true;
    this.#loop.call_soon(this['_UnixWritePipeTransport._call_connection_lost'], error);
  }

  readonly '_UnixWritePipeTransport._call_connection_lost' = (error: Error | null): void => {
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
    this.#isEnding = true;
    this.#isClosing = true;
    this.#isClosed = true;
    this.#stream.destroy();
  }

  /** Python's text. */
  __repr__(): string {
    const state = { isClosed: this.#isClosed, isClosing: this.#isClosing, fileno: this.#fileno };
    const size = this.get_write_buffer_size();
    const open = [size > 0 ? 'polling' : 'idle', `bufsize=${String(size)}`];
    return transportRepr(this, state, this.#isClosed ? ['closed'] : open);
  }
}
Object.defineProperty(WritePipeTransport, 'name', { value: '_UnixWritePipeTransport' });
installRepr(WritePipeTransport);

/** Python's pipes know one error only; sockets have two for it. */
function brokenPipe(error: StreamError): unknown {
  if (error.code !== 'ECONNRESET') return fromSystemError(error);
  const raised = new BrokenPipeError(errorNumber('EPIPE'), 'Broken pipe');
  raised.__cause__ = error;
  return raised;
}
