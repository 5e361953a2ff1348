/** `concurrent.futures.Future`: the outcome of work that an executor does elsewhere. */
import { signature } from '../builtins/arguments.js';
import { Exception, RuntimeError, TimeoutError } from '../builtins/exceptions.js';
import { address, installRepr, repr, typeName } from '../builtins/repr.js';
import { CONCURRENT_FUTURE, markInstances } from '../host/concurrent_marks.js';
import { Logger } from '../host/log.js';
import { defaultHost } from '../host/registry.js';
import { CancelledError, InvalidStateError } from './errors.js';

/** As in CPython, "cancelled" has two stages: the executor takes notice of it when it comes to the work. */
type State = 'PENDING' | 'RUNNING' | 'CANCELLED' | 'CANCELLED_AND_NOTIFIED' | 'FINISHED';

const DESCRIPTIONS: Readonly<Record<State, string>> = {
  PENDING: 'pending',
  RUNNING: 'running',
  CANCELLED: 'cancelled',
  CANCELLED_AND_NOTIFIED: 'cancelled',
  FINISHED: 'finished',
};

/** The logger of `concurrent.futures`. @public */
export const logger: Logger = new Logger('concurrent.futures');

const resultSpec = signature('Future.result(self, timeout?)');
const exceptionSpec = signature('Future.exception(self, timeout?)');
const setResultSpec = signature('Future.set_result(self, result!)');
const setExceptionSpec = signature('Future.set_exception(self, exception)');
const callbackSpec = signature('Future.add_done_callback(self, fn)');

/** The keyword of {@link Future.result} and {@link Future.exception}. @public */
export interface FutureTimeoutOptions {
  /** Seconds; null for no limit. */
  readonly timeout?: number | null | undefined;
}

/**
 * The outcome of work that is done elsewhere, by an executor or in another loop.
 *
 * Executors make them; in asyncio they are awaited through {@link wrap_future}.
 *
 * @remarks
 * **Python.** `concurrent.futures.Future`. What blocks there is a promise here: {@link Future.result} and
 * {@link Future.exception}.
 *
 * @example
 * ```ts
 * const future = new asyncio.concurrent.Future<number>();
 * future.set_result(42);
 * await future.result(); // => 42
 * ```
 *
 * @public
 */
export class Future<T = unknown> {
  #state: State = 'PENDING';
  #result: T | undefined = undefined;
  #exception: Error | null = null;
  #callbacks: ((future: never) => void)[] = [];
  /** Who waits for any end, a cancellation that nobody has noticed yet included. */
  #waiting: Set<() => void> = new Set();
  /** Who waits for an end that the executor knows of. @internal */
  readonly _watchers: Set<(future: never) => void> = new Set();

  /**
   * Cancels the work, if it has not begun.
   *
   * @returns Whether it is cancelled.
   */
  cancel(): boolean {
    if (this.#state === 'RUNNING' || this.#state === 'FINISHED') return false;
    if (this.cancelled()) return true;
    this.#state = 'CANCELLED';
    this.#end();
    return true;
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this.#state === 'CANCELLED' || this.#state === 'CANCELLED_AND_NOTIFIED';
  }

  /** Whether the work is going on, and can't be cancelled any more. */
  running(): boolean {
    return this.#state === 'RUNNING';
  }

  /** Whether it is over: has a result or an exception, or was cancelled. */
  done(): boolean {
    return this.cancelled() || this.#state === 'FINISHED';
  }

  /**
   * Waits for the result.
   *
   * @remarks
   * **Python.** `Future.result`, which blocks.
   *
   * **Cancellation.** Nobody can cancel the promise, and a timeout ends the wait alone: the work goes on. A task that
   * is to be interruptible waits for {@link wrap_future} of it.
   *
   * @param timeout - Seconds; also as keyword. By default it waits for ever.
   * @returns A promise of the result.
   * @throws CancelledError if it was cancelled, TimeoutError if the time is over, the exception if it has one; each
   *   rejects the promise.
   */
  result(timeout?: number | null): Promise<T>;
  result(options: FutureTimeoutOptions): Promise<T>;
  result(...args: readonly unknown[]): Promise<T> {
    return this.#waitForResult(args);
  }

  async #waitForResult(args: readonly unknown[]): Promise<T> {
    await this.#wait((resultSpec.bind(args)[0] ?? null) as number | null);
    if (this.#exception !== null) throw this.#exception;
    return this.#result as T;
  }

  /**
   * Waits for the end.
   *
   * @remarks
   * **Python.** `Future.exception`, which blocks.
   *
   * **Cancellation.** As of {@link Future.result}: a timeout ends the wait, not the work.
   *
   * @param timeout - Seconds; also as keyword. By default it waits for ever.
   * @returns A promise of the exception, or of null if there is a result.
   * @throws CancelledError if it was cancelled, TimeoutError if the time is over; both reject the promise.
   */
  exception(timeout?: number | null): Promise<Error | null>;
  exception(options: FutureTimeoutOptions): Promise<Error | null>;
  exception(...args: readonly unknown[]): Promise<Error | null> {
    return this.#waitForException(args);
  }

  async #waitForException(args: readonly unknown[]): Promise<Error | null> {
    await this.#wait((exceptionSpec.bind(args)[0] ?? null) as number | null);
    return this.#exception;
  }

  async #wait(timeout: number | null): Promise<void> {
    if (!this.done()) await this.#whenDone(timeout);
    if (this.cancelled()) throw new CancelledError();
    if (!this.done()) throw new TimeoutError();
  }

  #whenDone(timeout: number | null): Promise<void> {
    return new Promise((resolve) => {
      const host = defaultHost();
      const end = (): void => {
        this.#waiting.delete(end);
        timer?.cancel();
        resolve();
      };
      const timer = timeout === null ? null : host.wake_at(host.now() + timeout, end);
      this.#waiting.add(end);
    });
  }

  /**
   * Calls `fn(future)` when it is over, or at once if it is. What the function raises is logged.
   *
   * @param fn - The function; also as keyword.
   */
  add_done_callback(fn: (future: Future<T>) => void): void;
  add_done_callback(options: { readonly fn: (future: Future<T>) => void }): void;
  add_done_callback(...args: readonly unknown[]): void {
    const [fn] = callbackSpec.bind(args) as [(future: Future<T>) => void];
    if (this.done()) this.#call(fn);
    else this.#callbacks.push(fn);
  }

  /**
   * For executors: says that the work begins.
   *
   * @returns False if the future was cancelled, and the work is not to be done.
   * @throws RuntimeError if it had begun, or was over.
   */
  set_running_or_notify_cancel(): boolean {
    if (this.#state === 'CANCELLED') {
      this.#state = 'CANCELLED_AND_NOTIFIED';
      this.#tellWatchers();
      return false;
    }
    if (this.#state === 'PENDING') {
      this.#state = 'RUNNING';
      return true;
    }
    logger.critical('Future %s in unexpected state: %s', address(this), this.#state);
    throw new RuntimeError('Future in unexpected state');
  }

  /**
   * For executors: ends it with a result.
   *
   * @throws InvalidStateError if it is over.
   */
  set_result(result: T): void;
  set_result(...args: readonly unknown[]): void {
    const [result] = setResultSpec.bind(args);
    this.#refuseIfDone();
    this.#result = result as T;
    this.#finish();
  }

  /**
   * For executors: ends it with an exception.
   *
   * @throws InvalidStateError if it is over.
   */
  set_exception(exception: Error | null): void;
  set_exception(options: { readonly exception: Error | null }): void;
  set_exception(...args: readonly unknown[]): void {
    const [exception] = setExceptionSpec.bind(args);
    this.#refuseIfDone();
    this.#exception = (exception ?? null) as Error | null;
    this.#finish();
  }

  /** The outcome of one that has finished, for asyncio's futures. @internal */
  _outcome(): { readonly exception: Error | null; readonly result: T } {
    return { exception: this.#exception, result: this.#result as T };
  }

  /** Whether it is over, and the executor knows it. @internal */
  get _isSettled(): boolean {
    return this.#state === 'FINISHED' || this.#state === 'CANCELLED_AND_NOTIFIED';
  }

  #refuseIfDone(): void {
    if (this.done()) throw new InvalidStateError(`${this.#state}: ${repr(this)}`);
  }

  #finish(): void {
    this.#state = 'FINISHED';
    this.#tellWatchers();
    this.#end();
  }

  #tellWatchers(): void {
    for (const watcher of this._watchers) watcher(this as never);
  }

  #end(): void {
    for (const end of [...this.#waiting]) end();
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) this.#call(callback);
  }

  #call(callback: (future: never) => void): void {
    try {
      callback(this as never);
    } catch (error) {
      if (!(error instanceof Exception)) throw error;
      logger.exception(`exception calling callback for ${repr(this)}`, error);
    }
  }

  /** Python's text, such as `<Future at 0x… state=finished returned int>`. */
  __repr__(): string {
    let outcome = '';
    if (this.#state === 'FINISHED') {
      const raised = this.#exception;
      outcome = raised === null ? ` returned ${typeName(this.#result)}` : ` raised ${typeName(raised)}`;
    }
    return `<${this.constructor.name} at ${address(this)} state=${DESCRIPTIONS[this.#state]}${outcome}>`;
  }
}

markInstances(Future, CONCURRENT_FUTURE);
// Where a bundler puts this class and that of asyncio into one file, it renames one.
Object.defineProperty(Future, 'name', { value: 'Future' });
installRepr(Future);
