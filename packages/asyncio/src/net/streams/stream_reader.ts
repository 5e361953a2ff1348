/** `StreamReader`: bytes that come, for coroutines. */
import { signature } from '../../builtins/arguments.js';
import {
  AssertionError,
  NotImplementedError,
  RuntimeError,
  StopAsyncIteration,
  TypeError,
  ValueError,
} from '../../builtins/exceptions.js';
import { installRepr, repr, typeName } from '../../builtins/repr.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { Coroutine } from '../../core/coroutines/coroutines.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { IncompleteReadError, LimitOverrunError } from '../../core/common/exceptions.js';
import { markCoroutineFunctions } from '../../core/common/function_kinds.js';
import type { Future } from '../../core/futures/futures.js';
import { get_event_loop } from '../../core/contract/current_loop.js';
import type { DataKeyword, ReadTransport } from '../../core/contract/transports.js';
import { ByteQueue } from '../common/byte_queue.js';
import { asBytes, dataOf } from '../../core/contract/bytes.js';
import { Read, checkedCount } from './reads.js';

/** How many bytes a line may have unless it is said otherwise; a reader holds at most twice as many. */
export const DEFAULT_LIMIT = 65536;

const NEWLINE: Uint8Array = Uint8Array.of(10);

const initSpec = signature('StreamReader.__init__(self, limit?, loop?)');
const exceptionSpec = signature('StreamReader.set_exception(self, exc)');
const transportSpec = signature('StreamReader.set_transport(self, transport)');
const feedSpec = signature('StreamReader.feed_data(self, data)');
const readSpec = signature('StreamReader.read(self, n?)');
const exactlySpec = signature('StreamReader.readexactly(self, n)');
const untilSpec = signature('StreamReader.readuntil(self, separator?)');

const coroutineOf = (name: string) => ({ name, __qualname__: `StreamReader.${name}` });
const READ = coroutineOf('read');
const READLINE = coroutineOf('readline');
const READEXACTLY = coroutineOf('readexactly');
const READUNTIL = coroutineOf('readuntil');
const ANEXT = coroutineOf('__anext__');

/** The keywords of {@link StreamReader}. @public */
export interface StreamReaderOptions {
  /** How many bytes a line may have; the transport pauses when twice as many wait. 65,536 by default. */
  readonly limit?: number;
  /** The loop. */
  readonly loop?: AbstractEventLoop | null | undefined;
}

/**
 * The bytes that come from a stream, for coroutines: by their number, by lines, or up to a separator.
 *
 * @remarks
 * **Python.** `asyncio.StreamReader`. Only one coroutine may wait at a time. `for await` gives the lines.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const reader = new asyncio.StreamReader();
 *   reader.feed_data(new TextEncoder().encode('first\nsecond'));
 *   reader.feed_eof();
 *   const lines: string[] = [];
 *   for await (const line of reader) lines.push(new TextDecoder().decode(line));
 *   return lines;
 * });
 * await asyncio.run(main()); // => ['first\n', 'second']
 * ```
 *
 * @public
 */
export class StreamReader {
  readonly #limit: number;
  readonly #loop: AbstractEventLoop;
  readonly #buffer = new ByteQueue();
  #hasEnded = false;
  #waiter: Future<null> | null = null;
  #exception: Error | null = null;
  #transport: ReadTransport | null = null;
  #isPaused = false;

  /**
   * @param limit - See {@link StreamReaderOptions}; also as keyword.
   * @param loop - The loop; by default the current one. Also as keyword.
   */
  constructor(limit?: number, loop?: AbstractEventLoop | Pick<StreamReaderOptions, 'loop'> | null);
  constructor(options: StreamReaderOptions);
  constructor(...args: readonly unknown[]) {
    const [limit = DEFAULT_LIMIT, loop] = initSpec.bind(args) as [unknown, AbstractEventLoop | null | undefined];
    if (typeof limit !== 'number') {
      throw new TypeError(`'<=' not supported between instances of '${typeName(limit)}' and 'int'`);
    }
    if (limit <= 0) throw new ValueError('Limit cannot be <= 0');
    this.#limit = limit;
    this.#loop = loop ?? get_event_loop();
  }

  // For who feeds it

  /** Why the stream has failed; null if it hasn't. */
  exception(): Error | null {
    return this.#exception;
  }

  /**
   * Makes all further reads fail.
   *
   * @param exc - What they raise. Also as keyword.
   */
  set_exception(exc: Error | { readonly exc: Error }): void;
  set_exception(...args: readonly unknown[]): void {
    const [exc] = exceptionSpec.bind(args) as [Error];
    this.#exception = exc;
    const waiter = this.#waiter;
    this.#waiter = null;
    if (waiter?.done() === false) waiter.set_exception(exc);
  }

  /**
   * Says by which transport the bytes come, so that it can be paused.
   *
   * @param transport - The transport. Also as keyword.
   */
  set_transport(transport: ReadTransport | { readonly transport: ReadTransport }): void;
  set_transport(...args: readonly unknown[]): void {
    const [transport] = transportSpec.bind(args) as [ReadTransport];
    if (this.#transport !== null) throw new AssertionError('Transport already set');
    this.#transport = transport;
  }

  /** @internal */
  _replaceTransport(transport: ReadTransport): void {
    this.#transport = transport;
    this.#isPaused = false;
  }

  /**
   * Adds bytes to those that wait to be read.
   *
   * @param data - The bytes. Also as keyword.
   */
  feed_data(data: Uint8Array | DataKeyword): void;
  feed_data(...args: readonly unknown[]): void {
    const data = dataOf(args, feedSpec);
    if (this.#hasEnded) throw new AssertionError('feed_data after feed_eof');
    const bytes = asBytes(data);
    if (bytes === null) throw new TypeError(`expected iterable of integers; got: '${typeName(data)}'`);
    if (bytes.length === 0) return;
    this.#buffer.push(bytes);
    this.#wakeUp();
    if (this.#transport === null || this.#isPaused || this.#buffer.length <= 2 * this.#limit) return;
    try {
      this.#transport.pause_reading();
      this.#isPaused = true;
    } catch (error) {
      if (!(error instanceof NotImplementedError)) throw error;
      // It can't be paused: nobody has to try again.
      this.#transport = null;
    }
  }

  /** Says that nothing comes any more. */
  feed_eof(): void {
    this.#hasEnded = true;
    this.#wakeUp();
  }

  /** Whether all is read, and nothing comes any more. */
  at_eof(): boolean {
    return this.#hasEnded && this.#buffer.length === 0;
  }

  #wakeUp(): void {
    const waiter = this.#waiter;
    this.#waiter = null;
    if (waiter?.done() === false) waiter.set_result(null);
  }

  // For who reads

  /**
   * Reads bytes.
   *
   * @remarks
   * **Python.** `StreamReader.read`.
   *
   * **Cancellation.** No byte is lost. With `n` below zero what has come so far is, as in Python.
   *
   * @param n - At most so many, as soon as there are any; by default, and below zero, all up to the end. Also as
   *   keyword.
   * @returns The bytes; none at the end of the stream.
   */
  read(n?: number | { readonly n?: number }): Coroutine<Uint8Array>;
  read(...args: readonly unknown[]): Coroutine<Uint8Array> {
    const [n = -1] = args.length === 1 && typeof args[0] === 'number' ? args : readSpec.bind(args);
    return new GeneratorCoroutine(typeof n === 'number' && n > 0 ? new Read(this, n, false) : this.#read(n), READ);
  }

  *#read(n: unknown): Gen<Uint8Array> {
    this._check();
    if (checkedCount(n) === 0) return this.#buffer.take(0);
    // Bounded reads keep the transport's flow control going while all of it is collected.
    const all = new ByteQueue();
    for (;;) {
      const block = yield* this.read(this.#limit);
      if (block.length === 0) return all.take(all.length);
      all.push(block);
    }
  }

  /**
   * Reads bytes up to and with the next line end.
   *
   * @remarks
   * **Python.** `StreamReader.readline`.
   *
   * **Cancellation.** No byte is lost.
   *
   * @returns The line; without its end if the stream has ended before, and empty when all is read.
   * @throws ValueError if the line is longer than the limit; it is thrown away then, as far as it has come.
   */
  readline(): Coroutine<Uint8Array> {
    return new GeneratorCoroutine(this.#readline(), READLINE);
  }

  *#readline(): Gen<Uint8Array> {
    try {
      return yield* this.#readuntil([NEWLINE]);
    } catch (error) {
      if (error instanceof IncompleteReadError) return error.partial;
      if (!(error instanceof LimitOverrunError)) throw error;
      if (this.#buffer.startsWith(NEWLINE, error.consumed)) this.#buffer.take(error.consumed + 1);
      else this.#buffer.clear();
      this.#resumeTransport();
      throw new ValueError(error.args[0]);
    }
  }

  /**
   * Reads bytes up to and with a separator.
   *
   * @remarks
   * **Python.** `StreamReader.readuntil`; several separators since 3.13.
   *
   * **Cancellation.** No byte is lost.
   *
   * @param separator - The separator, or several of them: then whichever is complete first. A line end by default. Also
   *   as keyword.
   * @throws IncompleteReadError, with what was read, if the stream ends before; LimitOverrunError if there are more
   *   bytes than the limit before it: they are still there.
   */
  readuntil(
    separator?: Uint8Array | readonly Uint8Array[] | { readonly separator?: Uint8Array | readonly Uint8Array[] },
  ): Coroutine<Uint8Array>;
  readuntil(...args: readonly unknown[]): Coroutine<Uint8Array> {
    const [separator = NEWLINE] = untilSpec.bind(args);
    return new GeneratorCoroutine(this.#readuntilAny(separator), READUNTIL);
  }

  *#readuntilAny(separator: unknown): Gen<Uint8Array> {
    const several = Array.isArray(separator) ? (separator as readonly unknown[]) : [separator];
    const separators = several.map(checkedSeparator);
    if (separators.length === 0) throw new ValueError('Separator should contain at least one element');
    if (separators.some(({ length }) => length === 0)) {
      throw new ValueError('Separator should be at least one-byte string');
    }
    return yield* this.#readuntil(separators);
  }

  *#readuntil(separators: readonly Uint8Array[]): Gen<Uint8Array> {
    this._check();
    const longest = Math.max(...separators.map(({ length }) => length));
    let from = 0;
    for (;;) {
      const found = this.#findFirst(separators, from);
      if (found !== null) {
        if (found.start <= this.#limit) return this._take(found.end);
        throw new LimitOverrunError('Separator is found, but chunk is longer than limit', found.start);
      }
      // A separator may have come in part.
      from = Math.max(0, this.#buffer.length + 1 - longest);
      if (from > this.#limit) {
        throw new LimitOverrunError('Separator is not found, and chunk exceed the limit', from);
      }
      if (this.#hasEnded) throw new IncompleteReadError(this.#buffer.take(this.#buffer.length), null);
      yield* this.#wait();
    }
  }

  /** The separator that is complete first. */
  #findFirst(separators: readonly Uint8Array[], from: number): { readonly start: number; readonly end: number } | null {
    let first: { readonly start: number; readonly end: number } | null = null;
    for (const separator of separators) {
      const start = this.#buffer.find(separator, from);
      const end = start + separator.length;
      const isBetter = first === null || end < first.end || (end === first.end && start > first.start);
      if (start >= 0 && isBetter) first = { start, end };
    }
    return first;
  }

  /**
   * Reads a number of bytes.
   *
   * @remarks
   * **Python.** `StreamReader.readexactly`.
   *
   * **Cancellation.** No byte is lost.
   *
   * @param n - So many; also as keyword.
   * @throws IncompleteReadError, with what was read, if the stream ends before.
   */
  readexactly(n: number | { readonly n: number }): Coroutine<Uint8Array>;
  readexactly(...args: readonly unknown[]): Coroutine<Uint8Array> {
    const [n] = args.length === 1 && typeof args[0] === 'number' ? args : exactlySpec.bind(args);
    return new GeneratorCoroutine(new Read(this, n, true), READEXACTLY);
  }

  /** The lines: the reader itself. */
  __aiter__(): this {
    return this;
  }

  /**
   * The next line.
   *
   * @remarks
   * **Cancellation.** No byte is lost.
   *
   * @throws StopAsyncIteration at the end of the stream.
   */
  __anext__(): Coroutine<Uint8Array> {
    return new GeneratorCoroutine(this.#next(), ANEXT);
  }

  *#next(): Gen<Uint8Array> {
    const line = yield* this.#readline();
    if (line.length === 0) throw new StopAsyncIteration();
    return line;
  }

  /** The lines, for `for await`. Leaving it early leaves the reader as it is. */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    return { next: () => new GeneratorCoroutine(this.#step(), ANEXT) };
  }

  *#step(): Gen<IteratorResult<Uint8Array, undefined>> {
    const line = yield* this.#readline();
    return line.length === 0 ? { done: true, value: undefined } : { done: false, value: line };
  }

  /** @internal */
  _check(): void {
    if (this.#exception !== null) throw this.#exception;
  }

  /** @internal */
  get _available(): number {
    return this.#buffer.length;
  }

  /** @internal */
  get _hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** @internal */
  _join(method: string): Future<null> {
    if (this.#waiter !== null) {
      throw new RuntimeError(`${method}() called while another coroutine is already waiting for incoming data`);
    }
    // Who waits needs more than there is, although there is more than was wanted.
    if (this.#isPaused) {
      this.#isPaused = false;
      this.#transport?.resume_reading();
    }
    const waiter = this.#loop.create_future<null>();
    this.#waiter = waiter;
    return waiter;
  }

  /** @internal */
  _leave(): void {
    this.#waiter = null;
  }

  *#wait(): Gen<void> {
    const waiter = this._join('readuntil');
    try {
      yield* waiter;
    } finally {
      this._leave();
    }
  }

  /** @internal */
  _take(count: number): Uint8Array {
    const data = this.#buffer.take(count);
    this.#resumeTransport();
    return data;
  }

  #resumeTransport(): void {
    if (!this.#isPaused || this.#buffer.length > this.#limit) return;
    this.#isPaused = false;
    this.#transport?.resume_reading();
  }

  /** Python's text. */
  __repr__(): string {
    const parts = ['StreamReader'];
    if (this.#buffer.length > 0) parts.push(`${String(this.#buffer.length)} bytes`);
    if (this.#hasEnded) parts.push('eof');
    if (this.#limit !== DEFAULT_LIMIT) parts.push(`limit=${repr(this.#limit)}`);
    if (this.#waiter !== null) parts.push(`waiter=${repr(this.#waiter)}`);
    if (this.#exception !== null) parts.push(`exception=${repr(this.#exception)}`);
    if (this.#transport !== null) parts.push(`transport=${repr(this.#transport)}`);
    if (this.#isPaused) parts.push('paused');
    return `<${parts.join(' ')}>`;
  }
}
installRepr(StreamReader);

function checkedSeparator(separator: unknown): Uint8Array {
  const bytes = asBytes(separator);
  if (bytes !== null) return bytes;
  throw new TypeError(`argument should be integer or bytes-like object, not '${typeName(separator)}'`);
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(
  StreamReader.prototype.read,
  StreamReader.prototype.readline,
  StreamReader.prototype.readuntil,
  StreamReader.prototype.readexactly,
  StreamReader.prototype.__anext__,
);
