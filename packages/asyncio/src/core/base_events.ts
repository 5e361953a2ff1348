/**
 * The event loop.
 *
 * An *iteration* runs exactly the handles that were ready when it began, after appending the timers that are due. A
 * *slice* is one turn of the host: it runs iterations until there is nothing to do or its time is over, and gives the
 * host back; so I/O, timers of the host and rendering go on while thousands of tasks are ready. After a handle that
 * resumed a native `async` body, the slice pauses until the microtasks have run (a *drain*): between two handles nothing
 * of any task runs. While it is idle, the loop holds one wake-up of the host for its earliest timer, or nothing at all.
 *
 *     call_soon ──► ready ring ──► iteration ──► handle ──► drain (native bodies only)
 *     call_at  ──► timer heap ──┘     ▲              │
 *                                     └── next ◄─────┘
 */
import { RuntimeError, TypeError, setStackCapture } from '../builtins/exceptions.js';
import { isKeywords } from '../builtins/arguments.js';
import { Heap } from '../builtins/heap.js';
import { LinkedList } from '../builtins/linked.js';
import { installRepr, repr, typeName } from '../builtins/repr.js';
import { Ring } from '../builtins/ring.js';
import type { Host, WakeUp } from '../host/host.js';
import { defaultHost } from '../host/registry.js';
import type { AsyncGeneratorBody } from './asyncgens.js';
import type { Awaitable } from './awaitable.js';
import { NONE, watchNewborn, type Coroutine } from './coroutines.js';
import { checkCallback, checkGiven, takeContext } from './callback_arguments.js';
import { toCoroutine } from './coroutine_functions.js';
import { needsHost } from './blocking.js';
import { ensure_future } from './ensure_future.js';
import {
  AbstractEventLoop,
  Handle,
  ThreadSafeHandle,
  TimerHandle,
  type Callback,
  type ExceptionContext,
  type ExceptionHandler,
  type Runnable,
  type TaskFactory,
} from './events.js';
import { reportException, runHandler } from './exception_handling.js';
import { callFactory } from './factories.js';
import { isFatal } from './exceptions.js';
import { markCoroutineFunctions } from './function_kinds.js';
import { Future, isfuture } from './futures.js';
import { logger, warn } from './log.js';
import { sweepReports } from './reports.js';
import { running, runningLoop } from './running.js';
import { destroyPendingTasks, shutdownAsyncgens, shutdownDefaultExecutor, stallMessage } from './shutdown.js';
import { drained } from './native_driver.js';
import { Task, type TaskOptions } from './tasks.js';

/** How long a slice may take, in seconds, before the host gets its turn: law 9. */
const SLICE = 0.001;

/** The clock is read once in so many handles. */
const HANDLES_PER_LOOK = 16;

let debugRuns = 0;

/** While a loop runs in debug mode, exceptions that are control flow record their stacks too. */
function countDebugRuns(change: number): void {
  debugRuns += change;
  setStackCapture(debugRuns > 0);
}

/** The keywords of a loop's constructor. @public */
export interface LoopOptions {
  /** What the loop takes its time and its turns from; by default the platform's own. */
  readonly host?: Host | null | undefined;
}

/** Where CPython's name for the callback shows in reprs. */
function _run_until_complete_cb(future: Future<unknown>): void {
  // The loop has ended already when it was ended by an exception.
  if (!future.cancelled() && isFatal(future.exception())) return;
  future.get_loop().stop();
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
  /** Seconds that a callback may take in debug mode before it is logged. */
  slow_callback_duration: number = 0.1;
  /** Asynchronous generators that were begun and have not ended. @internal */
  readonly _asyncgens: Set<AsyncGeneratorBody> = new Set();
  /** @internal */ _asyncgens_shutdown_called: boolean = false;
  readonly #host: Host;
  readonly #ready = new Ring<Runnable>();
  readonly #timers = new Heap<TimerHandle>();
  readonly #tasks = new LinkedList<Task<unknown>>();
  #debug: boolean;
  #closed = false;
  #running = false;
  #blocking = false;
  #stopping = false;
  #taskFactory: TaskFactory | null = null;
  #exceptionHandler: ExceptionHandler | null = null;
  /** What is told when the run has ended: an error, or NONE. */
  #onEnd: ((error: unknown) => void) | null = null;
  /** An error that ends the run after the current handle. */
  #fatal: unknown = NONE;
  /** An iteration was begun and has not ended: the microtasks of one of its handles run. */
  #inIteration = false;
  /** Handles of the current iteration that have not run yet. */
  #todo = 0;
  #sinceLook = 0;
  #sliceEnd = 0;
  /** Between the beginning and the end of a slice, drains included: who adds a handle needn't wake the loop. */
  #inSlice = false;
  /** A turn of the host has been asked for. */
  #armed = false;
  #wakeUp: WakeUp | null = null;
  #wakeAt = 0;
  /** The handle whose duration is measured, in debug mode. */
  #current: Runnable | null = null;
  #currentSince = 0;
  #forgetIdleExit: (() => void) | null = null;
  /** This run counts among those in debug mode. */
  #tracesRun = false;
  /** A subclass that overrides `call_soon` sees every step of every task, as in CPython. */
  readonly #ownCallSoon: boolean;

  /**
   * @param options - `host`.
   */
  constructor(options?: LoopOptions) {
    super();
    this.#host = options?.host ?? defaultHost();
    this.#debug = (this.#host.environment('PYTHONASYNCIODEBUG') ?? '') !== '';
    this.#ownCallSoon = this.call_soon === BaseEventLoop.prototype.call_soon;
  }

  /** Python's text. */
  __repr__(): string {
    const flag = (value: boolean): string => (value ? 'True' : 'False');
    return `<${this.constructor.name} running=${flag(this.#running)} closed=${flag(this.#closed)} debug=${flag(this.#debug)}>`;
  }

  // Scheduling

  override call_soon(callback: Callback, ...args: unknown[]): Handle {
    this._check_closed();
    if (arguments.length === 0) checkGiven(0, 'call_soon', 'callback');
    if (this.#debug) {
      this.#checkThread();
      checkCallback(callback, 'call_soon');
    }
    const handle = new Handle(callback, args, this, takeContext(args));
    this.#push(handle);
    return handle;
  }

  /**
   * As `call_soon`; it may be called at any time, from callbacks of the host too.
   */
  override call_soon_threadsafe(callback: Callback, ...args: unknown[]): Handle {
    this._check_closed();
    if (arguments.length === 0) checkGiven(0, 'call_soon_threadsafe', 'callback');
    if (this.#debug) checkCallback(callback, 'call_soon_threadsafe');
    const handle = new ThreadSafeHandle(callback, args, this, takeContext(args));
    this.#push(handle);
    return handle;
  }

  override call_later(delay: number, callback: Callback, ...args: unknown[]): TimerHandle {
    if (arguments.length < 2) checkGiven(arguments.length, 'call_later', 'delay', 'callback');
    if (delay === null || delay === undefined) throw new TypeError('delay must not be None');
    if (typeof delay !== 'number') {
      throw new TypeError(`unsupported operand type(s) for +: 'float' and '${typeName(delay)}'`);
    }
    return this.call_at(this.time() + delay, callback, ...args);
  }

  override call_at(when: number, callback: Callback, ...args: unknown[]): TimerHandle {
    if (arguments.length < 2) checkGiven(arguments.length, 'call_at', 'when', 'callback');
    if (when === null || when === undefined) throw new TypeError('when cannot be None');
    if (typeof when !== 'number') {
      throw new TypeError(`'>=' not supported between instances of '${typeName(when)}' and 'float'`);
    }
    this._check_closed();
    if (this.#debug) {
      this.#checkThread();
      checkCallback(callback, 'call_at');
    }
    const timer = new TimerHandle(when, callback, args, this, takeContext(args));
    // A deadline that is no number counts as reached: among the others it would spoil their order, as it does in CPython.
    if (Number.isNaN(when)) this.#ready.push(timer);
    else this.#timers.push(timer);
    if (this.#running && !this.#inSlice) this.#rest();
    return timer;
  }

  override time(): number {
    return this.#host.now();
  }

  // Futures and tasks

  override create_future<T = unknown>(): Future<T> {
    return new Future<T>({ loop: this });
  }

  override create_task<T>(coro: Coroutine<T> | (() => Coroutine<T> | Promise<T>), options?: TaskOptions): Task<T> {
    if (arguments.length === 0) checkGiven(0, 'create_task', 'coro');
    if (options !== undefined && !isKeywords(options)) {
      throw new TypeError(
        `BaseEventLoop.create_task() takes 2 positional arguments but ${String(arguments.length + 1)} were given`,
      );
    }
    this._check_closed();
    const coroutine = toCoroutine(coro) as Coroutine<T>;
    const factory = this.#taskFactory;
    if (factory !== null) return callFactory(factory, [this, coroutine, options ?? {}]) as Task<T>;
    return new Task<T>(coroutine, options === undefined ? { loop: this } : { ...options, loop: this });
  }

  override set_task_factory(factory: TaskFactory | null): void {
    if (arguments.length === 0) checkGiven(0, 'set_task_factory', 'factory');
    const given = factory ?? null;
    if (given !== null && typeof given !== 'function') throw new TypeError('task factory must be a callable or None');
    this.#taskFactory = given;
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

  override set_exception_handler(handler: ExceptionHandler | null): void {
    if (arguments.length === 0) checkGiven(0, 'set_exception_handler', 'handler');
    const given = handler ?? null;
    if (given !== null && typeof given !== 'function') {
      throw new TypeError(`A callable object or None is expected, got ${repr(given)}`);
    }
    this.#exceptionHandler = given;
  }

  override get_exception_handler(): ExceptionHandler | null {
    return this.#exceptionHandler;
  }

  override default_exception_handler(context: ExceptionContext): void {
    reportException(context, this.#current);
  }

  override call_exception_handler(context: ExceptionContext): void {
    runHandler(this, this.#exceptionHandler, context);
  }

  override get_debug(): boolean {
    return this.#debug;
  }

  override set_debug(enabled: boolean): void {
    if (arguments.length === 0) checkGiven(0, 'set_debug', 'enabled');
    this.#debug = enabled;
  }

  // Life

  override is_running(): boolean {
    return this.#running;
  }

  override is_closed(): boolean {
    return this.#closed;
  }

  override run_forever(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#begin((error) => {
        if (error === NONE) resolve();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever was raised
        else reject(error);
      });
    });
  }

  override run_until_complete<T>(future: Awaitable<T> | (() => Coroutine<T> | Promise<T>)): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#complete(
        future,
        (onEnd) => {
          this.#begin(onEnd);
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
  run_until_complete_sync<T>(future: Awaitable<T> | (() => Coroutine<T>)): T {
    let outcome: { value: T } | null = null;
    let failure: unknown = NONE;
    this.#complete(
      future,
      (onEnd) => {
        this.#runSync(onEnd);
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
    this.#stopping = true;
    if (this.#running && !this.#inSlice) this.#arm();
  }

  override close(): void {
    if (this.#running) throw new RuntimeError('Cannot close a running event loop');
    if (this.#closed) return;
    if (this.#debug) logger.debug('Close %r', this);
    this.#closed = true;
    this.#ready.clear();
    this.#timers.clear();
    destroyPendingTasks(this, this.#tasks);
    sweepReports(this);
  }

  override shutdown_asyncgens(): Coroutine<void> {
    return shutdownAsyncgens(this, this._asyncgens);
  }

  override shutdown_default_executor(timeout?: number | null): Coroutine<void> {
    void timeout;
    return shutdownDefaultExecutor();
  }

  /** @internal */
  _check_closed(): void {
    if (this.#closed) throw new RuntimeError('Event loop is closed');
  }

  override _enqueue(entry: Runnable): void {
    if (this.#ownCallSoon) {
      if (this.#closed) throw new RuntimeError('Event loop is closed');
      this.#push(entry);
    } else super._enqueue(entry);
  }

  override get _blocks(): boolean {
    return this.#blocking;
  }

  override _abort(error: Error): void {
    this.#fatal = error;
    if (this.#inSlice) running.touchedNative = true;
    else if (this.#running) this.#arm();
  }

  override _timer_handle_cancelled(handle: TimerHandle): void {
    if (handle._heapIndex >= 0) this.#timers.remove(handle);
  }

  #push(entry: Runnable): void {
    this.#ready.push(entry);
    if (!this.#inSlice && this.#running) this.#arm();
  }

  // A run

  #begin(onEnd: (error: unknown) => void): void {
    this._check_closed();
    this.#checkRunning();
    this.#running = true;
    this.#onEnd = onEnd;
    this.#tracesRun = this.#debug;
    if (this.#tracesRun) countDebugRuns(1);
    this.#forgetIdleExit = this.#host.on_idle_exit(() => {
      this.#stalled();
    });
    this.#arm();
  }

  #end(error: unknown): void {
    this.#wakeUp?.cancel();
    this.#wakeUp = null;
    this.#forgetIdleExit?.();
    this.#forgetIdleExit = null;
    this.#stopping = false;
    this.#running = false;
    this.#blocking = false;
    this.#inSlice = false;
    this.#inIteration = false;
    this.#todo = 0;
    this.#fatal = NONE;
    if (this.#tracesRun) countDebugRuns(-1);
    this.#tracesRun = false;
    const onEnd = this.#onEnd;
    this.#onEnd = null;
    onEnd?.(error);
  }

  #complete<T>(
    future: Awaitable<T> | (() => Coroutine<T> | Promise<T>),
    start: (onEnd: (error: unknown) => void) => void,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ): void {
    this._check_closed();
    this.#checkRunning();
    const isNew = !isfuture(future);
    const main = ensure_future<T>(future, { loop: this });
    if (isNew && main instanceof Task) main._log_destroy_pending = false;
    main.add_done_callback(_run_until_complete_cb);
    start((error) => {
      main.remove_done_callback(_run_until_complete_cb);
      if (error !== NONE) {
        // Nobody else can reach a task that was made here: its exception counts as seen.
        if (isNew && main.done() && !main.cancelled()) main.exception();
        reject(error);
        return;
      }
      if (!main.done()) {
        reject(new RuntimeError('Event loop stopped before Future completed.'));
        return;
      }
      let value: T;
      try {
        value = main.result();
      } catch (raised) {
        reject(raised);
        return;
      }
      resolve(value);
    });
  }

  #arm(): void {
    if (this.#armed) return;
    this.#armed = true;
    this.#host.turn(this.#slice);
  }

  readonly #slice = (): void => {
    this.#armed = false;
    if (!this.#running || this.#inSlice) return;
    this.#inSlice = true;
    watchNewborn(null);
    this.#sliceEnd = this.#host.now() + SLICE;
    this.#sinceLook = 0;
    this.#continue();
  };

  /** Runs iterations, or goes on with one after a drain. */
  #continue(): void {
    running.loop = this;
    let ended: boolean;
    try {
      if (this.#fatal !== NONE) throw this.#fatal as Error;
      do {
        if (!this._run_once()) {
          this.#drain();
          return;
        }
      } while (!(ended = this.#stopping) && this.#hasWork() && !this.#sliceIsOver());
    } catch (error) {
      running.loop = null;
      running.task = null;
      watchNewborn(this);
      this.#end(error);
      return;
    }
    running.loop = null;
    watchNewborn(this);
    if (ended) this.#end(NONE);
    else {
      this.#inSlice = false;
      this.#rest();
    }
  }

  /**
   * Runs one iteration, or the rest of one. False: the microtasks have to run before it goes on.
   *
   * It goes by CPython's name, and like there a subclass may override it, to see where iterations end.
   *
   * @internal
   */
  _run_once(): boolean {
    const ready = this.#ready;
    if (!this.#inIteration) {
      this.#inIteration = true;
      this.#takeDueTimers();
      this.#todo = ready.length;
      this.#sinceLook += this.#todo + 1;
    }
    while (this.#todo > 0) {
      this.#todo -= 1;
      const entry = ready.shift() as Runnable;
      if (entry._cancelled) continue;
      if (this.#debug) this.#measure(entry);
      else entry._run();
      if (running.touchedNative) {
        running.touchedNative = false;
        if (this.#fatal !== NONE) throw this.#fatal as Error;
        return false;
      }
    }
    this.#inIteration = false;
    return true;
  }

  #takeDueTimers(): void {
    const timers = this.#timers;
    if (timers.length === 0) return;
    const end = this.time() + this.#host.resolution;
    for (let first = timers.peek(); first !== undefined && first._when < end; first = timers.peek()) {
      timers.pop();
      this.#ready.push(first);
    }
  }

  #hasWork(): boolean {
    if (this.#ready.length > 0) return true;
    const first = this.#timers.peek();
    return first !== undefined && first._when < this.time() + this.#host.resolution;
  }

  #sliceIsOver(): boolean {
    if (this.#sinceLook < HANDLES_PER_LOOK) return false;
    this.#sinceLook = 0;
    return this.#host.now() > this.#sliceEnd;
  }

  #drain(): void {
    running.loop = null;
    running.task = null;
    running.drainLoop = this;
    this.#host.drain(this.#drained);
  }

  readonly #drained = (): void => {
    const task = running.drainTask;
    running.drainLoop = null;
    running.drainTask = null;
    running.touchedNative = false;
    if (task !== null) drained(task);
    if (this.#current !== null) this.#measured(this.#current);
    this.#continue();
  };

  /** Gives the host back: asks for the next turn, or for a wake-up at the earliest timer, or for nothing. */
  #rest(): void {
    if (this.#ready.length > 0) {
      this.#arm();
      return;
    }
    const first = this.#timers.peek();
    // A clock that jumps can't jump to a deadline that never comes.
    if (first === undefined || (first._when === Infinity && this.#host.idle !== undefined)) {
      this.#wakeUp?.cancel();
      this.#wakeUp = null;
      this.#idle();
      return;
    }
    // An armed wake-up that is earlier is left alone: it comes early, and rests again.
    const when = first._when - this.time() + this.#host.now();
    if (this.#wakeUp !== null && this.#wakeAt <= when) return;
    this.#wakeUp?.cancel();
    this.#wakeAt = when;
    this.#wakeUp = this.#host.wake_at(when, this.#wake);
  }

  readonly #wake = (): void => {
    this.#wakeUp = null;
    this.#slice();
  };

  #idle(): void {
    const host = this.#host;
    if (host.idle === undefined) return;
    // What the microtasks after this slice bring about counts too.
    host.turn(() => {
      const nothing =
        this.#ready.length === 0 && (this.#timers.peek()?._when ?? Infinity) === Infinity && !this.#inSlice;
      if (this.#running && nothing && host.idle?.() === true) this._abort(new RuntimeError(stallMessage(this.#tasks)));
    });
  }

  #runSync(onEnd: (error: unknown) => void): void {
    this.#running = true;
    this.#blocking = true;
    this.#inSlice = true;
    this.#onEnd = onEnd;
    this.#tracesRun = this.#debug;
    if (this.#tracesRun) countDebugRuns(1);
    watchNewborn(null);
    running.loop = this;
    let error: unknown = NONE;
    try {
      for (;;) {
        if (!this._run_once()) throw needsHost('a native async body');
        if (this.#stopping) break;
        if (!this.#hasWork()) this.#sleepSync();
      }
    } catch (thrown) {
      error = thrown;
    } finally {
      running.loop = null;
      running.task = null;
      running.touchedNative = false;
    }
    watchNewborn(this);
    this.#end(error);
  }

  #sleepSync(): void {
    const first = this.#timers.peek();
    if (first === undefined) throw needsHost('something outside of the loop');
    this.#host.block(Math.max(0, first._when - this.time()));
  }

  // Debug mode

  #measure(entry: Runnable): void {
    this.#current = entry;
    this.#currentSince = this.time();
    try {
      entry._run();
    } finally {
      if (!running.touchedNative) this.#measured(entry);
    }
  }

  #measured(entry: Runnable): void {
    this.#current = null;
    const duration = this.time() - this.#currentSince;
    if (duration >= this.slow_callback_duration) {
      logger.warning('Executing %s took %.3f seconds', repr(entry), duration);
    }
  }

  #checkThread(): void {
    const current = runningLoop();
    if (this.#running && current !== null && current !== this) {
      throw new RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one');
    }
  }

  #checkRunning(): void {
    if (this.#running) throw new RuntimeError('This event loop is already running');
    if (runningLoop() !== null) throw new RuntimeError('Cannot run the event loop while another loop is running');
  }

  // The end

  /** Nothing can wake the loop any more, and the process is about to exit: law 10. */
  #stalled(): void {
    if (!this.#running || this.#ready.length > 0 || this.#timers.length > 0) return;
    warn(stallMessage(this.#tasks), 'RuntimeWarning');
    this.#host.set_exit_code(13);
  }
}

installRepr(BaseEventLoop);
// eslint-disable-next-line @typescript-eslint/unbound-method -- they are marked, not called
markCoroutineFunctions(BaseEventLoop.prototype.shutdown_asyncgens, BaseEventLoop.prototype.shutdown_default_executor);
