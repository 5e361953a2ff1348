/** The event loop: Python's interface to what `scheduler.ts` does. */
import { RuntimeError, TypeError } from '../../builtins/exceptions.js';
import { isKeywords, signature } from '../../builtins/arguments.js';
import { LinkedList } from '../../builtins/linked.js';
import { installRepr, repr, typeName } from '../../builtins/repr.js';
import type { Executor } from '../../concurrent/executor.js';
import type { ThreadPoolExecutor } from '../../concurrent/thread.js';
import type { Context } from '../../contextvars/context.js';
import type { Host } from '../../host/host.js';
import { defaultHost } from '../../host/registry.js';
import type { AsyncGeneratorBody } from '../asyncgens/asyncgen_bodies.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { NONE } from '../coroutines/steps.js';
import { checkCallback, checkGiven, onlyArgument, takeContext } from './callback_arguments.js';
import { complete } from './completion.js';
import { toCoroutine } from '../tasks/coroutine_functions.js';
import { debugsByDefault } from '../common/debug.js';
import { AbstractEventLoop } from '../contract/events.js';
import type {
  ContextKeyword,
  CoroKeyword,
  CoroutineOrThunk,
  EnabledKeyword,
  ExceptionContext,
  ExceptionHandler,
  ExecutorCall,
  ExecutorKeyword,
  FactoryKeyword,
  FutureKeyword,
  HandlerKeyword,
  TaskFactory,
  TimeoutKeyword,
} from '../contract/loop_options.js';
import { Handle, ThreadSafeHandle, TimerHandle, type Callback, type Runnable } from '../contract/handles.js';
import { reportException, runHandler } from '../common/exception_handling.js';
import { LoopExecutors } from './executors.js';
import { callFactory } from '../common/factories.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { Future } from '../futures/futures.js';
import { logger } from '../../host/log.js';
import type { IOLevel } from '../contract/io_signatures.js';
import { sweepReports } from '../common/reports.js';
import { restTracker, runningLoop } from '../common/running.js';
import { Scheduler, type Order } from './scheduler.js';
import { SleepTimer, type Sleeper } from '../contract/sleep_timer.js';
import { destroyPendingTasks, shutdownAsyncgens } from './shutdown.js';
import type { TaskOptions } from '../tasks/task_options.js';
import { Task } from '../tasks/tasks.js';
import { UnclosedLoop } from './unclosed.js';

const createTask = signature('BaseEventLoop.create_task(self, coro, **kwargs)');
const setTaskFactory = signature('BaseEventLoop.set_task_factory(self, factory)');
const setExceptionHandler = signature('BaseEventLoop.set_exception_handler(self, handler)');
const setDebug = signature('BaseEventLoop.set_debug(self, enabled)');
const runUntilComplete = signature('BaseEventLoop.run_until_complete(self, future)');
const runUntilCompleteSync = signature('BaseEventLoop.run_until_complete_sync(self, future)');

/** The keywords of a loop's constructor. @public */
export interface LoopOptions {
  /** What the loop takes its time and its turns from; by default the platform's own. */
  readonly host?: Host | null | undefined;
  /** @internal */
  readonly _order?: Order | null;
}

/**
 * An event loop: runs callbacks and tasks in the order in which they became ready.
 *
 * @remarks
 * **Python.** `asyncio.BaseEventLoop`. What blocks there returns a promise here; `run_until_complete_sync` blocks. A
 * subclass may override `time()`; another clock altogether is a {@link Host}.
 *
 * @example
 * ```ts
 * const loop = asyncio.new_event_loop();
 * const order: string[] = [];
 * loop.call_later(0.01, () => { order.push('later'); loop.stop(); });
 * loop.call_soon(() => order.push('soon'));
 * await loop.run_forever();
 * loop.close();
 * order; // => ['soon', 'later']
 * ```
 *
 * @public
 */
export class BaseEventLoop extends AbstractEventLoop {
  /** @internal */
  override readonly _ioLevel: IOLevel = 1;
  override slow_callback_duration: number = 0.1;
  /** Asynchronous generators that were begun and have not ended. @internal */
  readonly _asyncgens: Set<AsyncGeneratorBody> = new Set();
  /** @internal */ _asyncgens_shutdown_called: boolean = false;
  readonly #host: Host;
  readonly #scheduler: Scheduler;
  readonly #executors: LoopExecutors;
  readonly #tasks = new LinkedList<Task<unknown>>();
  #debug = false;
  /** Stands in debug mode until the loop is closed. */
  #unclosed: UnclosedLoop | null = null;
  #closed = false;
  #taskFactory: TaskFactory | null = null;
  #exceptionHandler: ExceptionHandler | null = null;
  /** A subclass that overrides `call_soon` sees every step of every task, as in CPython. */
  readonly #ownCallSoon: boolean;
  /** The same of `_run_once`, and iterations. */
  readonly #ownIterations: boolean;
  /** The same of `call_later` and `call_at`, and timers. */
  readonly #ownTimers: boolean;

  /**
   * @param options - `host`.
   */
  constructor(options?: LoopOptions) {
    super();
    this.#host = options?.host ?? defaultHost();
    this.#scheduler = new Scheduler(this, this.#host, options?._order ?? null);
    this.#executors = new LoopExecutors(this, this.#host);
    if (debugsByDefault(this.#host)) this.set_debug(true);
    this.#ownCallSoon = this.call_soon === BaseEventLoop.prototype.call_soon;
    const own = BaseEventLoop.prototype;
    this.#ownIterations = this._run_once === own._run_once;
    this.#ownTimers = this.call_at === own.call_at && this.call_later === own.call_later;
  }

  /** Python's text. */
  __repr__(): string {
    const flag = (value: boolean): string => (value ? 'True' : 'False');
    return `<${this.constructor.name} running=${flag(this.is_running())} closed=${flag(this.#closed)} debug=${flag(this.#debug)}>`;
  }

  // Scheduling

  override call_soon<As extends readonly unknown[]>(
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): Handle;
  override call_soon(callback: Callback, ...args: unknown[]): Handle;
  override call_soon(callback: Callback, ...args: unknown[]): Handle {
    this._check_closed();
    if (arguments.length === 0) checkGiven(0, 'call_soon', 'callback');
    if (this.#debug) {
      this.#checkThread();
      checkCallback(callback, 'call_soon');
    }
    const handle = new Handle(callback, args, this, takeContext(args));
    this.#scheduler.push(handle);
    return handle;
  }

  /**
   * As `call_soon`; it may be called at any time, from callbacks of the host too.
   */
  override call_soon_threadsafe<As extends readonly unknown[]>(
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): Handle;
  override call_soon_threadsafe(callback: Callback, ...args: unknown[]): Handle;
  override call_soon_threadsafe(callback: Callback, ...args: unknown[]): Handle {
    this._check_closed();
    if (arguments.length === 0) checkGiven(0, 'call_soon_threadsafe', 'callback');
    if (this.#debug) checkCallback(callback, 'call_soon_threadsafe');
    const handle = new ThreadSafeHandle(callback, args, this, takeContext(args));
    this.#scheduler.push(handle);
    return handle;
  }

  override call_later<As extends readonly unknown[]>(
    delay: number,
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): TimerHandle;
  override call_later(delay: number, callback: Callback, ...args: unknown[]): TimerHandle;
  override call_later(delay: number, callback: Callback, ...args: unknown[]): TimerHandle {
    if (arguments.length < 2) checkGiven(arguments.length, 'call_later', 'delay', 'callback');
    if (delay === null || delay === undefined) throw new TypeError('delay must not be None');
    if (typeof delay !== 'number') {
      throw new TypeError(`unsupported operand type(s) for +: 'float' and '${typeName(delay)}'`);
    }
    const when = this.time() + delay;
    return this.#ownTimers ? this.#timerAt(when, callback, args) : this.call_at(when, callback, ...args);
  }

  override call_at<As extends readonly unknown[]>(
    when: number,
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): TimerHandle;
  override call_at(when: number, callback: Callback, ...args: unknown[]): TimerHandle;
  override call_at(when: number, callback: Callback, ...args: unknown[]): TimerHandle {
    if (arguments.length < 2) checkGiven(arguments.length, 'call_at', 'when', 'callback');
    if (when === null || when === undefined) throw new TypeError('when cannot be None');
    if (typeof when !== 'number') {
      throw new TypeError(`'>=' not supported between instances of '${typeName(when)}' and 'float'`);
    }
    return this.#timerAt(when, callback, args);
  }

  #timerAt(when: number, callback: Callback, args: unknown[]): TimerHandle {
    this._check_closed();
    if (this.#debug) {
      this.#checkThread();
      checkCallback(callback, 'call_at');
    }
    const timer = new TimerHandle(when, callback, args, this, takeContext(args));
    this.#scheduler.setTimer(timer);
    return timer;
  }

  override time(): number {
    return this.#host.now();
  }

  // Futures and tasks

  override create_future<T = unknown>(): Future<T> {
    return new Future<T>(this._asKeyword);
  }

  override create_task<T>(coro: CoroutineOrThunk<T> | CoroKeyword<T>, options?: TaskOptions): Task<T>;
  override create_task(...args: readonly unknown[]): Task<unknown> {
    const first = args[0];
    if (args.length !== 1 || this.#taskFactory !== null || !(first instanceof Coroutine)) return this.#makeTask(args);
    this._check_closed();
    return new Task(first, this._asKeyword);
  }

  #makeTask(args: readonly unknown[]): Task<unknown> {
    const isPlain = args.length === 1 && (args[0] instanceof Coroutine || !isKeywords(args[0]));
    const [coro, keywords] = (isPlain ? args : createTask.bind(args)) as [unknown, TaskOptions?];
    this._check_closed();
    const coroutine = toCoroutine(coro) as Coroutine<unknown>;
    const factory = this.#taskFactory;
    if (factory !== null) return callFactory(factory, [this, coroutine, keywords ?? {}]) as Task<unknown>;
    return new Task(coroutine, keywords === undefined ? this._asKeyword : { ...keywords, loop: this });
  }

  override set_task_factory(factory: TaskFactory | FactoryKeyword | null): void {
    const given = onlyArgument(setTaskFactory, arguments.length, factory) ?? null;
    if (given !== null && typeof given !== 'function') throw new TypeError('task factory must be a callable or None');
    this.#taskFactory = given as TaskFactory | null;
  }

  override get_task_factory(): TaskFactory | null {
    return this.#taskFactory;
  }

  override _all_tasks(): Iterable<Task<unknown>> {
    return this.#tasks;
  }

  override _task_begins(task: Task<unknown>): void {
    this.#tasks.append(task);
  }

  override _task_ends(task: Task<unknown>): void {
    this.#tasks.remove(task);
  }

  // Errors

  override set_exception_handler(handler: ExceptionHandler | HandlerKeyword | null): void {
    const given = onlyArgument(setExceptionHandler, arguments.length, handler) ?? null;
    if (given !== null && typeof given !== 'function') {
      throw new TypeError(`A callable object or None is expected, got ${repr(given)}`);
    }
    this.#exceptionHandler = given as ExceptionHandler | null;
  }

  override get_exception_handler(): ExceptionHandler | null {
    return this.#exceptionHandler;
  }

  override default_exception_handler(context: ExceptionContext): void {
    reportException(context, this.#scheduler.current);
  }

  override call_exception_handler(context: ExceptionContext): void {
    runHandler(this, this.#exceptionHandler, context);
  }

  override get_debug(): boolean {
    return this.#debug;
  }

  override set_debug(enabled: boolean | EnabledKeyword): void {
    this.#debug = onlyArgument(setDebug, arguments.length, enabled) as boolean;
    this.#scheduler.debugChanged();
    this.#unclosed?.withdraw();
    this.#unclosed = this.#debug && !this.#closed ? new UnclosedLoop(this) : null;
  }

  // Life

  override is_running(): boolean {
    return this.#scheduler.isRunning;
  }

  override is_closed(): boolean {
    return this.#closed;
  }

  override run_forever(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#checkIdle();
      this.#scheduler.begin((error) => {
        if (error === NONE) resolve();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever was raised
        else reject(error);
      });
    });
  }

  override run_until_complete<T>(future: AwaitableOrThunk<T> | FutureKeyword<T>): Promise<T> {
    const count = arguments.length;
    return new Promise((resolve, reject) => {
      const given = onlyArgument(runUntilComplete, count, future) as AwaitableOrThunk<T>;
      this.#checkIdle();
      complete(
        this,
        given,
        (onEnd) => {
          this.#scheduler.begin(onEnd);
        },
        resolve,
        reject,
      );
    });
  }

  /**
   * As `run_until_complete`, but it blocks: drives the loop to the end before it returns. For generator and compiled
   * bodies.
   *
   * @throws RuntimeError when the program needs the host (a socket, a promise, a native `async` body) to go on.
   */
  override run_until_complete_sync<T>(future: AwaitableOrThunk<T> | FutureKeyword<T>): T {
    const given = onlyArgument(runUntilCompleteSync, arguments.length, future) as AwaitableOrThunk<T>;
    this.#checkIdle();
    let outcome: { value: T } | null = null;
    let failure: unknown = NONE;
    complete(
      this,
      given,
      (onEnd) => {
        this.#scheduler.block(onEnd);
      },
      (value) => {
        outcome = { value };
      },
      (error) => {
        failure = error;
      },
    );
    if (failure !== NONE) throw failure as Error;
    return (outcome as unknown as { value: T }).value;
  }

  override stop(): void {
    this.#scheduler.stop();
  }

  override close(): void {
    if (this.is_running()) throw new RuntimeError('Cannot close a running event loop');
    if (this.#closed) return;
    if (this.#debug) logger.debug('Close %r', this);
    this.#closed = true;
    this.#unclosed?.withdraw();
    this.#scheduler.clear();
    for (const resource of this._resources) resource._release();
    this._resources.clear();
    this.#executors.close();
    destroyPendingTasks(this, this.#tasks);
    sweepReports(this);
    restTracker();
  }

  override shutdown_asyncgens(): Coroutine<null> {
    return shutdownAsyncgens(this, this._asyncgens);
  }

  override shutdown_default_executor(timeout?: number | TimeoutKeyword | null): Coroutine<null>;
  override shutdown_default_executor(...args: readonly unknown[]): Coroutine<null> {
    return this.#executors.shutdown(args);
  }

  // Threads

  override run_in_executor<Args extends unknown[], T>(
    executor: Executor | null | undefined,
    func: (...args: Args) => T | PromiseLike<T>,
    ...args: Args
  ): Future<T>;
  override run_in_executor<T>(options: ExecutorCall<T>): Future<T>;
  override run_in_executor(...args: readonly unknown[]): Future<unknown> {
    this._check_closed();
    return this.#executors.run(args);
  }

  override set_default_executor(executor: ThreadPoolExecutor | ExecutorKeyword): void;
  override set_default_executor(...args: readonly unknown[]): void {
    this.#executors.setDefault(args);
  }

  /** @internal */
  _check_closed(): void {
    if (this.#closed) throw new RuntimeError('Event loop is closed');
  }

  override _enqueue(entry: Runnable): void {
    if (this.#ownCallSoon) {
      if (this.#closed) throw new RuntimeError('Event loop is closed');
      this.#scheduler.push(entry);
    } else super._enqueue(entry);
  }

  override _enqueueCallback(handle: Handle): void {
    // Debug mode wants to know where the call comes from.
    if (this.#ownCallSoon && !this.#debug) this._enqueue(handle);
    else super._enqueueCallback(handle);
  }

  override get _seesCallbacks(): boolean {
    return !this.#ownCallSoon || !this.#ownIterations || this.#debug || this.#scheduler.isWatched;
  }

  override _wake_later(delay: number, sleeper: Sleeper, context: Context | null): TimerHandle {
    // Debug mode has more to look at.
    if (!this.#ownTimers || this.#debug) return super._wake_later(delay, sleeper, context);
    this._check_closed();
    const timer = new SleepTimer(this.time() + delay, sleeper, this, context);
    this.#scheduler.setTimer(timer);
    return timer;
  }

  override get _blocks(): boolean {
    return this.#scheduler.isBlocking;
  }

  override _has_returned(): void {
    this.#scheduler.returned();
  }

  override _abort(error: Error): void {
    this.#scheduler.abort(error);
  }

  override _timer_handle_cancelled(handle: TimerHandle): void {
    this.#scheduler.dropTimer(handle);
  }

  /**
   * Runs one iteration, or the rest of one. False: the microtasks have to run before it goes on.
   *
   * It goes by CPython's name, and like there a subclass may override it, to see where iterations end.
   *
   * @internal
   */
  _run_once(): boolean {
    return this.#scheduler.runOnce();
  }

  #checkThread(): void {
    const current = runningLoop();
    if (this.is_running() && current !== null && current !== this) {
      throw new RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one');
    }
  }

  #checkIdle(): void {
    this._check_closed();
    if (this.is_running()) throw new RuntimeError('This event loop is already running');
    if (runningLoop() !== null) throw new RuntimeError('Cannot run the event loop while another loop is running');
  }
}

installRepr(BaseEventLoop);
// eslint-disable-next-line @typescript-eslint/unbound-method -- they are marked, not called
markCoroutineFunctions(BaseEventLoop.prototype.shutdown_asyncgens, BaseEventLoop.prototype.shutdown_default_executor);
