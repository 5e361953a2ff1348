/** `Future`: a result that is there later. */
import { refuseOthers } from '../../builtins/arguments.js';
import { BaseException, RuntimeError, StopIteration, TypeError, instantiate } from '../../builtins/exceptions.js';
import { rareFields } from '../../builtins/rare_fields.js';
import { installRepr, recursiveRepr } from '../../builtins/repr.js';
import type { Context } from '../../contextvars/context.js';
import { Context as ContextClass, copy_context } from '../../contextvars/context.js';
import { keepAwaiters, restoreAwaiters } from './noted_awaiters.js';
import { PendingCallback, UNSEEN, UnretrievedException, futureInfo, type Waiter } from './base_futures.js';
import type { Suspension } from '../common/awaitable.js';
import type { AwaitedBy } from './awaited_by.js';
import { Continuation, type Settler } from '../common/continuation.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { ContextKeyword } from '../contract/loop_options.js';
import { CancelledError, InvalidStateError } from '../common/exceptions.js';
import { FutureIterator } from './future_iterator.js';
import { extractStack, type FrameSummary } from '../common/format_helpers.js';
import { watching } from '../common/observer.js';
import { get_event_loop } from '../contract/current_loop.js';
import { reportLater } from '../common/reports.js';
import { ambiguity, awaitingTask, running } from '../common/running.js';

/** The state of a future, in Python's words. */
export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED';

/** A function that is called with the future when it is done. @public */
export type DoneCallback<T> = (future: Future<T>) => unknown;

/** The keywords of `Future()`. @public */
export interface FutureOptions {
  /** The loop; by default the running one, else the current one. */
  readonly loop?: AbstractEventLoop | null | undefined;
}

/**
 * A result that is there later: something sets it once, any number of tasks wait for it.
 *
 * Await it to get the result or the exception; in generator style `yield* future`. Outside a task its `then` is that of
 * a promise. Futures belong to one loop and are not for use from other threads.
 *
 * @remarks
 * **Python.** `asyncio.Future`.
 *
 * **Cancellation.** Cancelling a task that awaits a future cancels the future.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const future = loop.create_future<string>();
 *   loop.call_later(0.01, () => future.set_result('done'));
 *   return await future;
 * });
 * await asyncio.run(main()); // => 'done'
 * ```
 *
 * @public
 */
export class Future<T = unknown> implements Promise<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a class has such a field already
  static get name(): string {
    return 'Future';
  }

  /** Python's marker of a future: true between its being yielded and the task's taking it. @internal */
  _asyncio_future_blocking: boolean = false;
  /** @internal */ readonly _loop: AbstractEventLoop;
  /** PENDING until one of set_result, set_exception, cancel ends it for good. @internal */
  _state: FutureState = 'PENDING';
  /** @internal */ _result: T | undefined = undefined;
  /** @internal */ _exception: Error | null = null;
  /** Whom to wake, in order; the first stands alone, since most futures have one. @internal */
  _waiter: Waiter | null = null;
  /** @internal */ _waiters: Waiter[] | null = null;
  /** @internal */ declare _cancel_message: unknown;
  /** The error by which a task was cancelled, to be raised once where its result is asked for. @internal */
  declare _cancelled_exc: Error | null;
  /** @internal */ declare readonly _source_traceback: readonly FrameSummary[] | null;
  /** Stands while the exception was never looked at. @internal */
  declare _unretrieved: { withdraw(): void } | null;
  /** Who waits for this future, for the call graph. @internal */
  _awaited_by: AwaitedBy = null;

  /**
   * @param options - `loop`.
   * @throws RuntimeError without a loop given, running or set.
   */
  constructor(options?: FutureOptions) {
    const loop = options === undefined ? null : futureLoop(options);
    this._loop = loop ?? get_event_loop();
    if (this._loop.get_debug()) this._source_traceback = extractStack();
  }

  /** The loop that the future belongs to. */
  get_loop(): AbstractEventLoop {
    return this._loop;
  }

  /** Whether it is done: has a result or an exception, or was cancelled. */
  done(): boolean {
    return this._state !== 'PENDING';
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this._state === 'CANCELLED';
  }

  /**
   * The result.
   *
   * @throws CancelledError if it was cancelled, the exception if one was set, InvalidStateError if it isn't done.
   */
  result(): T {
    if (this._state === 'FINISHED') {
      if (this._exception === null) return this._result as T;
      this._forgetReport();
      restoreAwaiters(this, this._exception);
      throw this._exception;
    }
    if (this._state === 'CANCELLED') throw this._make_cancelled_error();
    throw new InvalidStateError('Result is not set.');
  }

  /**
   * The exception that was set, or null if there is a result.
   *
   * @throws CancelledError if it was cancelled, InvalidStateError if it isn't done.
   */
  exception(): Error | null {
    if (this._state === 'CANCELLED') throw this._make_cancelled_error();
    if (this._state !== 'FINISHED') throw new InvalidStateError('Exception is not set.');
    this._forgetReport();
    return this._exception;
  }

  /**
   * Ends the future with a result.
   *
   * @throws InvalidStateError if it is done already.
   */
  set_result(result: T): void {
    if (arguments.length !== 1) throw exactlyOne('set_result', arguments.length);
    this._setResult(result);
  }

  /**
   * Ends the future with an exception, an error or a class of errors.
   *
   * @throws InvalidStateError if it is done already, TypeError if it isn't an exception.
   */
  set_exception(exception: Error | (new () => Error)): void {
    if (arguments.length !== 1) throw exactlyOne('set_exception', arguments.length);
    if (this._state !== 'PENDING') throw new InvalidStateError('invalid state');
    const instance = instantiate(exception);
    if (!(instance instanceof BaseException)) throw new TypeError('invalid exception object');
    this._setException(instance);
  }

  /**
   * Cancels the future: who waits for it gets a `CancelledError`.
   *
   * @param msg - Handed to the `CancelledError`; also as keyword.
   * @returns Whether it was still pending.
   */
  cancel(msg?: unknown): boolean;
  cancel(options: { readonly msg?: unknown }): boolean;
  cancel(...args: [unknown?]): boolean {
    return this._cancel(args.length === 0 ? null : cancelMessage(args));
  }

  /**
   * Calls `fn(future)` in an iteration of the loop once the future is done, or soon if it is.
   *
   * @param fn - The function.
   * @param options - `context`: where it runs; by default a copy of the current context.
   */
  add_done_callback(fn: DoneCallback<T>, options?: ContextKeyword): void {
    if (arguments.length === 0) throw exactlyOne('add_done_callback', 0);
    const context = options === undefined ? null : contextKeyword(options);
    if (this._state !== 'PENDING') this._loop.call_soon(fn, this, { context: context ?? copy_context() });
    else this._addWaiter(new PendingCallback(fn, this, context));
  }

  /**
   * Removes a callback, all times it was added.
   *
   * @returns How many were removed.
   */
  remove_done_callback(fn: DoneCallback<T>): number {
    if (arguments.length !== 1) throw exactlyOne('remove_done_callback', arguments.length);
    return this._removeWaiters((waiter) => waiter instanceof PendingCallback && waiter._callback === fn);
  }

  /** Python's text, such as `<Future pending>`. */
  __repr__(): string {
    return recursiveRepr(this, () => `<${this.constructor.name} ${this._info().join(' ')}>`);
  }

  /** Python's protocol of awaitables: the iterator behind `yield*`. */
  __await__(): IterableIterator<Suspension, T, unknown> {
    return new FutureIterator(this);
  }

  /** The same as `__await__`. */
  __iter__(): IterableIterator<Suspension, T, unknown> {
    return new FutureIterator(this);
  }

  /** `yield* future` awaits it. */
  [Symbol.iterator](): IterableIterator<Suspension, T, unknown> {
    return new FutureIterator(this);
  }

  /**
   * What `await` calls. In a task the task waits; elsewhere the callbacks are called by the loop.
   *
   * @remarks
   * **Cancellation.** Cancelling the task that awaits cancels the future too. A promise that was made outside of a task
   * can't be cancelled; it rejects with `CancelledError` when the future is.
   */
  then<R1 = T, R2 = never>(
    onfulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onrejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    const continuation = new Continuation<T, R1, R2>(onfulfilled, onrejected);
    const task = awaitingTask();
    const ambiguous = task === null ? ambiguity() : null;
    const driver = task?._native ?? null;
    if (driver?.acceptsAwaits() === true) driver.awaitFuture(this, continuation);
    else if (ambiguous !== null) continuation.rejectSoon(new RuntimeError(ambiguous));
    else if (this._state === 'PENDING') {
      this.add_done_callback(() => {
        this._settle(continuation);
      });
    } else this._settleSoon(continuation);
    return continuation;
  }

  /**
   * As of a promise.
   *
   * @remarks
   * **Cancellation.** As of {@link Future.then}; a `CancelledError` is caught as any other rejection.
   */
  catch<R = never>(onrejected?: ((reason: unknown) => R | PromiseLike<R>) | null): Promise<T | R> {
    return this.then(null, onrejected);
  }

  /**
   * As of a promise.
   *
   * @remarks
   * **Cancellation.** As of {@link Future.then}; the function is called for a `CancelledError` as well.
   */
  finally(onfinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onfinally);
  }

  /** As of a promise. */
  get [Symbol.toStringTag](): string {
    return this.constructor.name;
  }

  /** Goes on with the outcome in a native body. @internal */
  _settle(continuation: Settler): void {
    const error = obstacle(this);
    if (error === null) continuation.resolve(this._result);
    else continuation.reject(error);
  }

  /** The same in a microtask of its own. @internal */
  _settleSoon(continuation: Settler): void {
    const error = obstacle(this);
    if (error === null) continuation.resolveSoon(this._result);
    else continuation.rejectSoon(error);
  }

  /** @internal */
  _setResult(result: T): void {
    if (this._state !== 'PENDING') throw new InvalidStateError('invalid state');
    this._result = result;
    this._state = 'FINISHED';
    this._wakeAll();
  }

  /** Of a future that is known to be pending. @internal */
  _setException(exception: Error): void {
    const error = exception instanceof StopIteration ? noStopIteration(exception) : exception;
    this._exception = error;
    keepAwaiters(this, error);
    this._state = 'FINISHED';
    this._unretrieved = UNSEEN;
    // Where no loop runs, none may ever come by.
    if (running.loop === null && running.drainLoop === null) this._reportUnseen();
    else reportLater(this);
    this._wakeAll();
  }

  /** @internal */
  _cancel(message: unknown): boolean {
    if (this._state !== 'PENDING') {
      this._forgetReport();
      return false;
    }
    this._state = 'CANCELLED';
    // Most have none: then the field isn't made.
    if (this._cancel_message !== message) this._cancel_message = message;
    this._wakeAll();
    return true;
  }

  /** The error for who asks a cancelled future; the one that cancelled a task is handed out once. @internal */
  _make_cancelled_error(): Error {
    const saved = this._cancelled_exc;
    if (saved !== null) {
      this._cancelled_exc = null;
      return saved;
    }
    return this._cancel_message === null ? new CancelledError() : new CancelledError(this._cancel_message);
  }

  /** Makes the report of an exception that nobody has seen yet. @internal */
  _reportUnseen(): void {
    if (this._unretrieved === UNSEEN) this._unretrieved = new UnretrievedException(this, this._exception as Error);
  }

  /** The exception was seen: nothing to report any more. @internal */
  _forgetReport(): void {
    if (this._unretrieved === null) return;
    this._unretrieved.withdraw();
    this._unretrieved = null;
  }

  /** @internal */
  _addWaiter(waiter: Waiter): void {
    if (this._state !== 'PENDING') waiter._futureDone(this);
    else if (this._waiter === null) this._waiter = waiter;
    else if (this._waiters === null) this._waiters = [waiter];
    else this._waiters.push(waiter);
  }

  /** @internal */
  _removeWaiters(matches: (waiter: Waiter) => boolean): number {
    if (this._waiter === null) return 0;
    const all = [this._waiter, ...(this._waiters ?? [])];
    const kept = all.filter((waiter) => !matches(waiter));
    this._waiter = kept[0] ?? null;
    this._waiters = kept.length > 1 ? kept.slice(1) : null;
    return all.length - kept.length;
  }

  /** @internal */
  _info(): string[] {
    return futureInfo(this);
  }

  /** Schedules all that wait, in their order. @internal */
  _wakeAll(): void {
    if (watching.observer !== null) watching.observer.futureDone(this);
    const first = this._waiter;
    if (first === null) return;
    const others = this._waiters;
    this._waiter = null;
    this._waiters = null;
    first._futureDone(this);
    if (others !== null) for (const waiter of others) waiter._futureDone(this);
  }
}

installRepr(Future);
rareFields(Future, ['_cancel_message', '_cancelled_exc', '_source_traceback', '_unretrieved']);
// Where a bundler puts this class and the one of `concurrent.futures` into one file, it renames one.

/** Why a native body doesn't get the result of a future; null if it does. */
function obstacle(future: Future<unknown>): unknown {
  try {
    // A promise would wait for its own result for ever.
    if (future.result() !== future) return null;
  } catch (error) {
    return error;
  }
  return new RuntimeError(
    'a future that is its own result cannot be awaited in a native async body, since a promise cannot carry another; ' +
      'ask for its result(), or await it in generator style',
  );
}

/** `StopIteration` would look like a result to whoever awaits the future. */
function noStopIteration(exception: StopIteration): Error {
  const error = new RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future');
  error.__context__ = exception;
  error.__cause__ = exception;
  return error;
}

/** It was cancelled, and nobody's own `result` has a say in what that raises. */
export function isPlainlyCancelled(future: Future<unknown>): boolean {
  return future._state === 'CANCELLED' && future.result === Future.prototype.result;
}

function exactlyOne(method: string, count: number): Error {
  return count === 0
    ? new TypeError(`${method}() takes exactly 1 positional argument (0 given)`)
    : new TypeError(`${method}() takes at most 1 argument (${String(count)} given)`);
}

function futureLoop(options: FutureOptions): AbstractEventLoop | null {
  // The keywords that a loop keeps of itself need no check.
  return options?.loop?._asKeyword === options ? options.loop : checkedLoop(options);
}

function checkedLoop(options: FutureOptions): AbstractEventLoop | null {
  if (options === null || typeof options !== 'object' || Object.getPrototypeOf(options) !== Object.prototype) {
    throw new TypeError('Future() takes no positional arguments');
  }
  refuseOthers('Future', options, 'loop');
  return options.loop ?? null;
}

function contextKeyword(options: ContextKeyword): Context | null {
  if (options === null || typeof options !== 'object' || options instanceof ContextClass) {
    throw new TypeError('add_done_callback() takes exactly 1 positional argument (2 given)');
  }
  refuseOthers('add_done_callback', options, 'context');
  return options.context ?? null;
}

/** The message of `cancel(msg)` or `cancel({ msg })`. */
export function cancelMessage(args: readonly unknown[]): unknown {
  if (args.length > 1) throw new TypeError(`cancel() takes at most 1 argument (${String(args.length)} given)`);
  const value = args[0];
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    refuseOthers('cancel', value, 'msg');
    return (value as { msg?: unknown }).msg ?? null;
  }
  return value ?? null;
}

/**
 * Whether `obj` is a future: an instance of {@link Future}, or of a class that says so by Python's marker
 * `_asyncio_future_blocking`.
 *
 * @remarks
 * **Python.** `asyncio.isfuture`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => [
 *   asyncio.isfuture(asyncio.current_task()),
 *   asyncio.isfuture(Promise.resolve()),
 * ]);
 * await asyncio.run(main()); // => [true, false]
 * ```
 *
 * @public
 */
export function isfuture(obj: unknown): obj is Future<unknown> {
  if (typeof obj !== 'object' || obj === null) return false;
  const marker = (obj as { _asyncio_future_blocking?: unknown })._asyncio_future_blocking;
  return marker !== undefined && marker !== null;
}
