/**
 * The contract of an event loop, and the handles it gives out.
 *
 * Futures and tasks know a loop only by this contract; the implementation (`base_events.ts`) stands above them. The
 * names of their types appear here for the signatures alone.
 */
import { notCallable } from '../builtins/argument_errors.js';
import { NotImplementedError, TypeError } from '../builtins/exceptions.js';
import { reprFloat } from '../builtins/literals.js';
import { installRepr } from '../builtins/repr.js';
import type { Context } from '../contextvars/context.js';
import { copy_context } from '../contextvars/context.js';
import { warn } from '../host/log.js';
import { enterContext, exitContext } from '../contextvars/state.js';
import { isFatal } from './exceptions.js';
import { createdAt, extractStack, formatCallback, type FrameSummary } from './format_helpers.js';
import type { Future } from './futures.js';
import type { AwaitableOrThunk, Decorated, Gen } from './awaitable.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';
import { markCoroutineFunctions } from './function_kinds.js';
import type { Task, TaskOptions } from './tasks.js';

/** A callback of the loop. @public */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any function may be a callback; its arguments come along
export type Callback = (...args: any[]) => unknown;

/** The one keyword of the scheduling methods. @public */
export interface ContextKeyword {
  /** The context in which the callback runs; by default a copy of the current one. */
  readonly context?: Context | null | undefined;
}

/**
 * What `create_task` takes: a coroutine, or a function of no arguments that makes one. The result of a decorated method is
 * a coroutine, although TypeScript takes it for a promise or a generator; a promise proper is refused.
 *
 * @public
 */
export type CoroutineOrThunk<T> =
  Coroutine<T> | Promise<T> | Decorated<T> | (() => Coroutine<T> | Promise<T> | Decorated<T>);

/** The coroutine of `create_task`, as keyword. @public */
export interface CoroKeyword<T> extends TaskOptions {
  /** The coroutine, or a function of no arguments that makes one. */
  readonly coro: CoroutineOrThunk<T>;
}

/** The argument of `run_until_complete`, as keyword. @public */
export interface FutureKeyword<T> {
  /** What the loop runs for. */
  readonly future: AwaitableOrThunk<T>;
}

/** The argument of `set_debug`, as keyword. @public */
export interface EnabledKeyword {
  /** Whether debug mode is on. */
  readonly enabled: boolean;
}

/** The argument of `set_exception_handler`, as keyword. @public */
export interface HandlerKeyword {
  /** What takes lost errors; null for the default. */
  readonly handler: ExceptionHandler | null | undefined;
}

/** The argument of `set_task_factory`, as keyword. @public */
export interface FactoryKeyword {
  /** What makes tasks; null for the default. */
  readonly factory: TaskFactory | null | undefined;
}

/** The argument of `shutdown_default_executor`, as keyword. @public */
export interface TimeoutKeyword {
  /** Seconds to wait for the executor; by default without limit. */
  readonly timeout?: number | null | undefined;
}

/** What an exception handler is told: `message`, and what it is about. @public */
export interface ExceptionContext {
  /** What happened. */
  message?: string;
  /** The exception, if there is one. */
  exception?: unknown;
  /** The future, task, handle or asynchronous generator that it is about, and where it was made (in debug mode). */
  [key: string]: unknown;
}

/** Takes the errors that nobody else could take. @public */
export type ExceptionHandler = (loop: AbstractEventLoop, context: ExceptionContext) => unknown;

/** Makes the tasks of a loop; Python's keywords come as the last argument. A class is called with `new`. @public */
export type TaskFactory = (loop: AbstractEventLoop, coro: Coroutine<unknown>, keywords: TaskOptions) => Task<unknown>;

/**
 * An entry of the ready queue: a handle, a task whose step is due, a native body to be resumed.
 *
 * @internal
 */
export interface Runnable {
  readonly _cancelled: boolean;
  /** Where the entry was made, for reports; only in debug mode. */
  readonly _source_traceback: readonly FrameSummary[] | null;
  _run(): void;
}

/**
 * A callback that a loop is going to call: what `call_soon` and its like return.
 *
 * @remarks
 * **Python.** `asyncio.Handle`.
 *
 * @example
 * ```ts
 * const calls: string[] = [];
 * const main = asyncio.coroutine(async () => {
 *   const handle = asyncio.get_running_loop().call_soon(() => calls.push('called'));
 *   handle.cancel();
 *   await asyncio.sleep(1);
 *   return handle.cancelled();
 * });
 * await asyncio.run(main()); // => true
 * calls; // => []
 * ```
 *
 * @public
 */
export class Handle implements Runnable {
  /** @internal */ _callback: Callback | null;
  /** @internal */ _args: readonly unknown[] | null;
  /** @internal */ readonly _context: Context;
  /** @internal */ readonly _loop: AbstractEventLoop;
  /** @internal */ _cancelled: boolean = false;
  /** @internal */ _repr: string | null = null;
  /** @internal */ readonly _source_traceback: readonly FrameSummary[] | null;

  /**
   * Loops make handles; programs have no reason to.
   *
   * @param callback - The function.
   * @param args - Its arguments.
   * @param loop - The loop that will call it.
   * @param context - Where it runs; by default a copy of the current context.
   */
  constructor(callback: Callback, args: readonly unknown[], loop: AbstractEventLoop, context?: Context | null) {
    this._callback = callback;
    this._args = args;
    this._context = context ?? copy_context();
    this._loop = loop;
    this._source_traceback = loop.get_debug() ? extractStack() : null;
  }

  /** Cancels the call; nothing happens if it was cancelled or made already. */
  cancel(): void {
    if (this._cancelled) return;
    this._cancelled = true;
    // Debug mode keeps the text, for reports about a handle that was cancelled while it ran.
    if (this._loop.get_debug()) this._repr = this.__repr__();
    this._callback = null;
    this._args = null;
  }

  /** Whether the call was cancelled. */
  cancelled(): boolean {
    return this._cancelled;
  }

  /** The context in which the callback runs. */
  get_context(): Context {
    return this._context;
  }

  /** Python's text, such as `<Handle work()>`. */
  __repr__(): string {
    if (this._repr !== null) return this._repr;
    return `<${this._info().join(' ')}${createdAt(this._source_traceback)}>`;
  }

  /** @internal */
  _info(): string[] {
    const info = [this.constructor.name];
    if (this._cancelled) info.push('cancelled');
    if (this._callback !== null) info.push(formatCallback(this._callback, this._args ?? [], this._loop.get_debug()));
    return info;
  }

  /** @internal */
  _run(): void {
    const callback = this._callback;
    const args = this._args;
    if (callback === null || args === null) return;
    try {
      enterContext(this._context);
      try {
        if (args.length === 0) callback();
        else if (args.length === 1) callback(args[0]);
        else callback(...args);
      } finally {
        exitContext(this._context);
      }
    } catch (error) {
      if (isFatal(error)) throw error;
      this.#report(callback, args, error);
    }
  }

  #report(callback: Callback, args: readonly unknown[], exception: unknown): void {
    const isCallable = typeof (callback as unknown) === 'function';
    const context: ExceptionContext = {
      message: `Exception in callback ${formatCallback(callback, args, this._loop.get_debug())}`,
      // JavaScript's words would name a variable of ours.
      exception: isCallable ? exception : new TypeError(notCallable(callback)),
      handle: this,
    };
    if (this._source_traceback !== null) context.source_traceback = this._source_traceback;
    this._loop.call_exception_handler(context);
  }
}

/** What `call_soon_threadsafe` returns; here it differs from other handles by its name only. */
export class ThreadSafeHandle extends Handle {}

Object.defineProperty(ThreadSafeHandle, 'name', { value: '_ThreadSafeHandle' });

let timerCount = 0;

/**
 * A callback that a loop is going to call at a certain time: what `call_later` and `call_at` return.
 *
 * @remarks
 * **Python.** `asyncio.TimerHandle`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const handle = loop.call_later(5, () => undefined);
 *   const left = handle.when() - loop.time();
 *   handle.cancel();
 *   return left;
 * });
 * await asyncio.run(main()); // => 5
 * ```
 *
 * @public
 */
export class TimerHandle extends Handle {
  /** @internal */ readonly _when: number;
  /** The number of its creation decides between equal deadlines. @internal */
  readonly _order: number = ++timerCount;
  /** Its place in the loop's heap, kept by the heap; -1 outside. @internal */
  _heapIndex: number = -1;

  /** Loops make handles; programs have no reason to. */
  constructor(
    when: number,
    callback: Callback,
    args: readonly unknown[],
    loop: AbstractEventLoop,
    context?: Context | null,
  ) {
    super(callback, args, loop, context);
    this._when = when;
  }

  /** The time at which the callback is due, in seconds on the loop's clock. */
  when(): number {
    return this._when;
  }

  /** Cancels the call; nothing happens if it was cancelled or made already. */
  override cancel(): void {
    if (!this._cancelled) this._loop._timer_handle_cancelled(this);
    super.cancel();
  }

  /** Whether this timer is due before another. */
  __lt__(other: TimerHandle): boolean {
    return this._when < other._when;
  }

  /** Whether this timer is due before another, or equals it. */
  __le__(other: TimerHandle): boolean {
    return this._when < other._when || this.__eq__(other);
  }

  /** Whether this timer is due after another. */
  __gt__(other: TimerHandle): boolean {
    return this._when > other._when;
  }

  /** Whether this timer is due after another, or equals it. */
  __ge__(other: TimerHandle): boolean {
    return this._when > other._when || this.__eq__(other);
  }

  /** Whether two timers make the same call at the same time. */
  __eq__(other: unknown): boolean {
    if (!(other instanceof TimerHandle)) return false;
    const [mine, others] = [this._args ?? [], other._args ?? []];
    return (
      this._when === other._when &&
      this._callback === other._callback &&
      this._cancelled === other._cancelled &&
      mine.length === others.length &&
      mine.every((argument, index) => argument === others[index])
    );
  }

  /** @internal */
  override _info(): string[] {
    const info = super._info();
    info.splice(this._cancelled ? 2 : 1, 0, `when=${reprFloat(this._when)}`);
    return info;
  }
}

installRepr(Handle);

// eslint-disable-next-line require-yield -- it never gets to one
function* notImplemented(): Gen<never> {
  throw new NotImplementedError();
}

/**
 * The contract of an event loop. Every method raises `NotImplementedError`; {@link BaseEventLoop} implements it.
 *
 * @remarks
 * **Python.** `asyncio.AbstractEventLoop`. What blocks in Python (`run_forever`, `run_until_complete`) returns a promise.
 *
 * @example
 * ```ts
 * const loop = new asyncio.AbstractEventLoop();
 * try {
 *   loop.time();
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class AbstractEventLoop {
  /** Seconds that a callback may take in debug mode before it is logged. */
  declare slow_callback_duration: number;

  /**
   * Runs until `stop()` is called.
   *
   * @remarks
   * **Python.** `loop.run_forever`, which blocks.
   *
   * **Cancellation.** Nobody can cancel the promise; {@link AbstractEventLoop.stop} ends it, and leaves all tasks as
   * they are. Ctrl-C is not handled: see {@link Runner}.
   *
   * @returns A promise that is resolved when the loop stops.
   * @throws RuntimeError (as a rejection) if the loop runs already or is closed.
   */
  run_forever(): Promise<void> {
    throw new NotImplementedError();
  }

  /**
   * Runs until the future is done, and gives its result.
   *
   * @remarks
   * **Python.** `loop.run_until_complete`, which blocks.
   *
   * **Cancellation.** Nobody can cancel the promise. It rejects with `CancelledError` if the future or task is
   * cancelled. Ctrl-C is not handled: see {@link Runner}.
   *
   * @param future - A future, or what a task can be made of; also as keyword.
   * @returns A promise of its result.
   * @throws RuntimeError (as a rejection) if the loop runs already or is closed, or was stopped before the future was
   *   done.
   */
  run_until_complete<T>(future: AwaitableOrThunk<T> | FutureKeyword<T>): Promise<T> {
    void future;
    throw new NotImplementedError();
  }

  /** As `run_until_complete`, but it blocks. */
  run_until_complete_sync<T>(future: AwaitableOrThunk<T> | FutureKeyword<T>): T {
    void future;
    throw new NotImplementedError();
  }

  /** Ends `run_forever` after the current iteration. */
  stop(): void {
    throw new NotImplementedError();
  }

  /** Whether the loop runs. */
  is_running(): boolean {
    throw new NotImplementedError();
  }

  /** Whether the loop was closed. */
  is_closed(): boolean {
    throw new NotImplementedError();
  }

  /** Closes the loop; it must not be running. */
  close(): void {
    throw new NotImplementedError();
  }

  /**
   * Closes all asynchronous generators that are still open, at the same time, and waits for their clean-up. Those that
   * begin later cause a `ResourceWarning`.
   *
   * @remarks
   * **Python.** `loop.shutdown_asyncgens`, since 3.6. {@link run} calls it.
   *
   * **Cancellation.** Cancels what is still being closed: `CancelledError` is raised in the generators' clean-up. None
   * of them is closed again.
   */
  shutdown_asyncgens(): Coroutine<null> {
    return new GeneratorCoroutine(notImplemented(), { name: 'AbstractEventLoop.shutdown_asyncgens' });
  }

  /**
   * Shuts the default executor down, and waits for what it does.
   *
   * @remarks
   * **Python.** `loop.shutdown_default_executor`, since 3.9; `timeout` since 3.12. {@link run} calls it.
   *
   * **Cancellation.** Only the wait ends: what the executor does goes on.
   *
   * @param timeout - Seconds to wait; null for no limit. Also as keyword.
   */
  shutdown_default_executor(timeout?: number | TimeoutKeyword | null): Coroutine<null> {
    void timeout;
    return new GeneratorCoroutine(notImplemented(), { name: 'AbstractEventLoop.shutdown_default_executor' });
  }

  /** Calls `callback` in the next iteration. */
  call_soon<As extends readonly unknown[]>(
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): Handle;
  call_soon(callback: Callback, ...args: unknown[]): Handle;
  call_soon(callback: Callback, ...args: unknown[]): Handle {
    void [callback, args];
    throw new NotImplementedError();
  }

  /** Calls `callback` in the next iteration; may be called while the loop sleeps. */
  call_soon_threadsafe<As extends readonly unknown[]>(
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): Handle;
  call_soon_threadsafe(callback: Callback, ...args: unknown[]): Handle;
  call_soon_threadsafe(callback: Callback, ...args: unknown[]): Handle {
    void [callback, args];
    throw new NotImplementedError();
  }

  /** Calls `callback` after `delay` seconds. */
  call_later<As extends readonly unknown[]>(
    delay: number,
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): TimerHandle;
  call_later(delay: number, callback: Callback, ...args: unknown[]): TimerHandle;
  call_later(delay: number, callback: Callback, ...args: unknown[]): TimerHandle {
    void [delay, callback, args];
    throw new NotImplementedError();
  }

  /** Calls `callback` at `when`, in seconds on the loop's clock. */
  call_at<As extends readonly unknown[]>(
    when: number,
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): TimerHandle;
  call_at(when: number, callback: Callback, ...args: unknown[]): TimerHandle;
  call_at(when: number, callback: Callback, ...args: unknown[]): TimerHandle {
    void [when, callback, args];
    throw new NotImplementedError();
  }

  /** The loop's clock, in seconds. */
  time(): number {
    throw new NotImplementedError();
  }

  /** Makes a future of this loop. */
  create_future<T = unknown>(): Future<T> {
    throw new NotImplementedError();
  }

  /** Schedules a coroutine as a task of this loop. */
  create_task<T>(coro: CoroutineOrThunk<T> | CoroKeyword<T>, options?: TaskOptions): Task<T> {
    void [coro, options];
    throw new NotImplementedError();
  }

  /** Sets what makes tasks; null for the default. */
  set_task_factory(factory: TaskFactory | FactoryKeyword | null): void {
    void factory;
    throw new NotImplementedError();
  }

  /** What makes tasks; null if it is the default. */
  get_task_factory(): TaskFactory | null {
    throw new NotImplementedError();
  }

  /** Sets what takes lost errors; null for the default. */
  set_exception_handler(handler: ExceptionHandler | HandlerKeyword | null): void {
    void handler;
    throw new NotImplementedError();
  }

  /** What takes lost errors; null if it is the default. */
  get_exception_handler(): ExceptionHandler | null {
    throw new NotImplementedError();
  }

  /** Logs a lost error. */
  default_exception_handler(context: ExceptionContext): void {
    void context;
    throw new NotImplementedError();
  }

  /** Hands a lost error to the handler. */
  call_exception_handler(context: ExceptionContext): void {
    void context;
    throw new NotImplementedError();
  }

  /** Whether the loop is in debug mode. */
  get_debug(): boolean {
    throw new NotImplementedError();
  }

  /** Switches debug mode. */
  set_debug(enabled: boolean | EnabledKeyword): void {
    void enabled;
    throw new NotImplementedError();
  }

  /**
   * Appends an entry to the ready queue. A loop that has no queue for entries calls them through `call_soon`.
   *
   * @internal
   */
  _enqueue(entry: Runnable): void {
    this.call_soon(() => {
      entry._run();
    });
  }

  /** Told when a timer is cancelled before it was due. @internal */
  _timer_handle_cancelled(handle: TimerHandle): void {
    void handle;
  }

  /** Whether the loop holds the host until it ends, so that nothing native can go on. @internal */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a loop that blocks says so for a while
  get _blocks(): boolean {
    return false;
  }

  /** How many promises of the host futures of the loop stand for. @internal */
  _promises: number = 0;

  /** Told when a native body that was away waits for something of the loop's. @internal */
  _has_returned(): void {
    // Only a loop whose clock can't tell by itself that nothing goes on any more has to know.
  }

  /** Issues a warning about something of the loop's. @internal */
  _warn(message: string, category: string): void {
    warn(message, category);
  }

  /** Ends the run with an error, after the handle that executes. @internal */
  _abort(error: Error): void {
    throw error;
  }

  /** The tasks that have not ended, in the order of their creation. @internal */
  _all_tasks(): Iterable<Task<unknown>> {
    return [];
  }

  /** Told when a task begins, so that `all_tasks` knows it. @internal */
  _task_begins(task: Task<unknown>): void {
    void task;
  }

  /** Told when a task ends. @internal */
  _task_ends(task: Task<unknown>): void {
    void task;
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(
  AbstractEventLoop.prototype.shutdown_asyncgens,
  AbstractEventLoop.prototype.shutdown_default_executor,
);
