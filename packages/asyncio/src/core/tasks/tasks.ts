/** `Task`: a future that drives a coroutine. */
import { RuntimeError, TypeError, toException } from '../../builtins/exceptions.js';
import { rareFields } from '../../builtins/rare_fields.js';
import { repr } from '../../builtins/repr.js';
import type { AbortSource } from '../../host/abort.js';
import type { Context } from '../../contextvars/context.js';
import { contextOf, enterContextOf, exitContextOf, snapshot, type Snapshot } from '../../contextvars/snapshot.js';
import { enterContext, exitContext, sharedState } from '../../contextvars/state.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { noStopIteration } from '../coroutines/coroutine_errors.js';
import { CLOSED } from '../coroutines/coroutine_states.js';
import { delegatorOf, outermost } from '../coroutines/delegators.js';
import { delivery } from '../coroutines/raising.js';
import { FAILED, NONE, takeError } from '../coroutines/steps.js';
import { writeAwaiters } from '../futures/async_stacks.js';
import { noteAwaiters } from '../futures/noted_awaiters.js';
import { suspension } from '../common/awaitable.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { Runnable } from '../contract/handles.js';
import { CancelledError, InvalidStateError, isFatal } from '../common/exceptions.js';
import type { FrameSummary } from '../common/format_helpers.js';
import { NativeDriver, launchRefusal } from './native_driver.js';
import { formatTaskStack, stackOfTask, taskInfo } from './base_tasks.js';
import { Future, cancelMessage, isfuture } from '../futures/futures.js';
import { Interruption } from './interruption.js';
import { logger } from '../../host/log.js';
import { NativeCoroutine } from '../coroutines/native.js';
import { watching } from '../common/observer.js';
import { running, runningTask } from '../common/running.js';
import { checkOnly, checkedCoroutine, checkedOptions, nameFrom, type TaskOptions } from './task_options.js';
import { holdsWaiters, wakeUp } from './wake_ups.js';

let taskCount = 0;

/** The task that is started eagerly right now, within the step of whoever makes it. */
let eagerTask: Task<unknown> | null = null;

/**
 * A future that drives a coroutine: each time the coroutine waits for a future the task sleeps, and when that is done
 * it takes the coroutine one step on. Make tasks with {@link create_task}.
 *
 * @remarks
 * **Python.** `asyncio.Task`.
 *
 * **Cancellation.** See {@link Task.cancel}.
 *
 * @example
 * ```ts
 * const work = asyncio.coroutine(async (x: number) => {
 *   await asyncio.sleep(0.01);
 *   return x;
 * });
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(work(1), { name: 'one' });
 *   return [task.get_name(), await task];
 * });
 * await asyncio.run(main()); // => ['one', 1]
 * ```
 *
 * @public
 */
export class Task<T = unknown> extends Future<T> implements Runnable {
  /** A task in the ready queue is never skipped. @internal */
  readonly _cancelled!: false;
  /** @internal */ _coro!: Coroutine<T> | null;
  /** The context; until somebody asks for it, what it will be made of. @internal */
  _scope!: Snapshot | Context;
  /**
   * The part of the coroutine's await chain that is resumed next: the innermost body that can be resumed by itself.
   * Those around it hang on `_caller`.
   *
   * @internal
   */
  _segment!: Coroutine<unknown>;
  /**
   * The future that the task waits for. Not null and pending: the task is parked. Null or done, and the task pending: a
   * step is scheduled, or executes. @internal
   */
  _fut_waiter: Future<unknown> | null = null;
  /** What is to be done for native bodies; null until the first one starts. @internal */
  _native: NativeDriver | null = null;
  /** The signal that `abort_signal` gave, until it is aborted. @internal */
  declare _abort: AbortSource | null;
  // Of its own, since only tasks have one.
  override _cancelled_exc: Error | null = null;
  /** A cancellation that the next step delivers. @internal */
  _must_cancel: boolean = false;
  /** @internal */ _num_cancels_requested: number = 0;
  /** Whether the end of the loop reports the task if it is still pending. @internal */
  _log_destroy_pending: boolean = true;
  /** @internal */ _previous: Task<unknown> | null = null;
  /** @internal */ _next: Task<unknown> | null = null;
  /**
   * What the next step raises instead of resuming: why the task can't wait for what the coroutine has given it.
   *
   * @internal
   */
  declare _wakeError: Error | null;
  /** A generator body executes right now. @internal */
  _stepping: boolean = false;
  /** The number stands for a name that nobody has asked for yet. */
  #name!: string | number;

  /**
   * @param coro - The coroutine; also as keyword.
   * @param options - `loop`, `name`, `context`, `eager_start`.
   * @throws TypeError if `coro` isn't a coroutine.
   */
  constructor(coro: Coroutine<T>, options?: TaskOptions);
  constructor(options: TaskOptions & { readonly coro: Coroutine<T> });
  constructor(first: Coroutine<T> | (TaskOptions & { readonly coro: Coroutine<T> }), second?: TaskOptions) {
    // As loops make them. All else stands in functions, since V8 puts only a short constructor into who calls it.
    const isPlain = second !== undefined && second.loop?._asKeyword === second && first instanceof Coroutine;
    const options = isPlain ? second : checkedOptions(first, second, arguments.length);
    super(options?.loop?._asKeyword);
    this._startTask(isPlain ? first : checkedCoroutine(first), options);
  }

  /** @internal */
  _startTask(coro: Coroutine<T>, options: TaskOptions | undefined): void {
    const name = options?.name ?? null;
    this.#name = name === null ? ++taskCount : nameFrom(name);
    coro._begin();
    this._coro = coro;
    this._segment = coro;
    this._scope = options?.context ?? snapshot();
    const loop = this._loop;
    if (watching.observer !== null) watching.observer.taskCreated(this);
    loop._task_begins(this);
    if (options?.eager_start === true && startsEagerly(coro, loop)) this._startEagerly();
    else loop._enqueue(this);
  }

  /** The coroutine; null if the task was started eagerly and is done already. */
  get_coro(): Coroutine<T> | null {
    return this._coro;
  }

  /** @internal */
  get _context(): Context {
    return contextOf(this);
  }

  /** The context that the coroutine runs in. */
  get_context(): Context {
    return this._context;
  }

  /** The name. */
  get_name(): string {
    if (typeof this.#name === 'number') this.#name = `Task-${String(this.#name)}`;
    return this.#name;
  }

  /** Sets the name. */
  set_name(value: unknown): void {
    if (arguments.length !== 1) {
      throw new TypeError(`Task.set_name() takes exactly one argument (${String(arguments.length)} given)`);
    }
    this.#name = nameFrom(value);
    if (watching.observer !== null) watching.observer.taskRenamed(this);
  }

  /** A task's result is its coroutine's: this raises `RuntimeError`. */
  override set_result(result: T): never {
    void result;
    throw new RuntimeError('Task does not support set_result operation');
  }

  /** A task's exception is its coroutine's: this raises `RuntimeError`. */
  override set_exception(exception: Error | (new () => Error)): never {
    void exception;
    throw new RuntimeError('Task does not support set_exception operation');
  }

  /**
   * Asks the task to end: a `CancelledError` is raised at the place where its coroutine waits, in the next iteration.
   *
   * The coroutine may clean up, or catch the error and go on; the task is cancelled only when the error leaves the
   * coroutine. What the task waits for is cancelled too, down to the innermost future. A task that has not begun never
   * runs its body. Each call counts, see {@link Task.cancelling}.
   *
   * @remarks
   * **Python.** `asyncio.Task.cancel`.
   *
   * @param msg - Handed to the `CancelledError`; also as keyword.
   * @returns False if the task is done, else true.
   */
  override cancel(msg?: unknown): boolean;
  override cancel(options: { readonly msg?: unknown }): boolean;
  override cancel(...args: [unknown?]): boolean {
    const message = args.length === 0 ? null : cancelMessage(args);
    this._forgetReport();
    if (this._state !== 'PENDING') return false;
    this._num_cancels_requested += 1;
    if (watching.observer !== null) watching.observer.cancelRequested(this, message);
    let delivered = this._fut_waiter !== null && cancelFuture(this._fut_waiter, message);
    if (this._native?.cancelOthers(message) === true) delivered = true;
    if (this._abort !== null) this._abortSignal(this._abort, message);
    // The future stays: it may be a task that ignores its cancellation, and then has to be cancelled again.
    if (delivered) return true;
    this._must_cancel = true;
    this._cancel_message = message;
    const segment = this._segment;
    if (segment instanceof NativeCoroutine && segment._isAway()) this._loop._enqueue(new Interruption(this, segment));
    return true;
  }

  /** @internal */
  _abortSignal(source: AbortSource, message: unknown): void {
    this._abort = null;
    source.abort(message === null ? new CancelledError() : new CancelledError(message));
  }

  /** How often `cancel` was called, less `uncancel`. */
  cancelling(): number {
    return this._num_cancels_requested;
  }

  /**
   * Takes one cancellation request back; for who has asked for it, such as a timeout.
   *
   * @returns How many remain.
   */
  uncancel(): number {
    if (this._num_cancels_requested > 0) {
      this._num_cancels_requested -= 1;
      if (this._num_cancels_requested === 0) this._must_cancel = false;
    }
    return this._num_cancels_requested;
  }

  /**
   * The stack of the coroutine: of a pending task one frame, the coroutine's, with the place where it was made (known
   * in debug mode); of a failed one the frames of the exception; else none.
   *
   * @param options - `limit`: how many frames at most.
   */
  get_stack(options?: { readonly limit?: number | null }): FrameSummary[] {
    checkOnly('get_stack', options, 'limit');
    return stackOfTask(this, options?.limit ?? null);
  }

  /**
   * Prints what `get_stack` gives, as a traceback.
   *
   * @param options - `limit`: how many frames at most; `file`: something with `write`, by default the error output.
   */
  print_stack(options?: {
    readonly limit?: number | null;
    readonly file?: { write(text: string): unknown } | null;
  }): void {
    checkOnly('print_stack', options, 'limit', 'file');
    const text = formatTaskStack(this, this.get_stack({ limit: options?.limit ?? null }));
    const file = options?.file ?? null;
    if (file !== null) file.write(text);
    else logger.raw(text);
  }

  /** @internal */
  override _info(): string[] {
    return taskInfo(this, super._info());
  }

  /** What it waits for is done. @internal */
  _futureDone(future: Future<unknown>): void {
    future._loop._enqueue(this);
  }

  /** The next step, from the ready queue. @internal */
  _run(): void {
    if (this._native?.skipsStep() === true) return;
    if (this._state !== 'PENDING') {
      const error = new InvalidStateError(`__step(): already done: ${repr(this)}`);
      this._loop.call_exception_handler({ message: 'a finished task was stepped', exception: error, task: this });
      return;
    }
    let error: unknown = NONE;
    if (this._wakeError !== null) {
      error = this._wakeError;
      this._wakeError = null;
    }
    const waiter = this._fut_waiter;
    if (this._must_cancel) {
      error = this._cancellation(waiter, error);
      this._must_cancel = false;
    }
    this._fut_waiter = null;
    const segment = this._segment;
    // A body that runs natively is resumed by its own waiters; here it is only started, or cancelled before its start.
    if (this._native !== null && segment instanceof NativeCoroutine && segment._task === this) return;
    this._enter();
    try {
      this._advance(segment, undefined, error);
    } finally {
      this._exit();
    }
  }

  /** Begins a step. @internal */
  _enter(): void {
    if (running.task !== null) throw cannotEnter(this);
    running.task = this;
    enterContextOf(this);
  }

  /** Ends a step. @internal */
  _exit(): void {
    exitContextOf(this);
    running.task = null;
  }

  /** @internal */
  _nativeDriver(): NativeDriver {
    return (this._native ??= new NativeDriver(this));
  }

  /**
   * Drives `segment` with a value or an error, and what awaits it when it ends, until something has to be waited for.
   *
   * @internal
   */
  _advance(start: Coroutine<unknown>, startValue: unknown, startError: unknown): void {
    let segment = start;
    let value = startValue;
    let error = startError;
    for (;;) {
      if (!segment._delegates && segment instanceof NativeCoroutine && error === NONE) {
        const refusal = launchRefusal(this, segment);
        if (refusal === null) {
          // A native body never begins within the step of somebody else, as an eager start is.
          if (eagerTask === this) this._loop._enqueue(this);
          else this._nativeDriver().launch(segment);
          return;
        }
        error = refusal;
        const caller = this._leaveSegment(segment, undefined, error);
        if (caller === null) return;
        segment = caller;
        continue;
      }
      this._stepping = true;
      try {
        // An error goes the way of all bodies: V8 passes one that nobody catches faster than the loop here would.
        if (error !== NONE) this._segment = segment = outermost(segment, this._coro);
        const quiet = segment._quiet || error !== NONE;
        let result = quiet ? segment._step(value, error) : segment._resume(value);
        // Most often who awaits a body that has ended awaits it by delegation, and goes on with its result.
        while (result.done === true && segment !== this._coro && result !== FAILED) {
          const delegator = delegatorOf(segment);
          if (delegator === null) break;
          segment._caller = null;
          suspension.ended = true;
          this._segment = segment = delegator;
          result = segment._resume(result.value);
        }
        this._stepping = false;
        if (result.done !== true) {
          const yielded = result.value;
          const innermost = this._innermost(segment);
          if (!(yielded instanceof NativeCoroutine)) {
            if (this._segment !== innermost) this._segment = innermost;
            this._park(yielded);
            return;
          }
          yielded._caller = innermost;
          this._segment = segment = yielded as Coroutine<unknown>;
          value = undefined;
          error = NONE;
          continue;
        }
        value = result.value;
        error = result === FAILED ? this._raised(segment, takeError()) : NONE;
      } catch (thrown) {
        this._stepping = false;
        segment._state = CLOSED;
        value = undefined;
        error = this._raised(segment, thrown);
      }
      const caller = this._leaveSegment(segment, value, error);
      if (caller === null) return;
      segment = caller;
    }
  }

  /** What goes on as an error when a segment has raised one. @internal */
  _raised(segment: Coroutine<unknown>, thrown: unknown): unknown {
    const error = noStopIteration(thrown);
    noteAwaiters(error, segment, this);
    return error;
  }

  /**
   * What is to be resumed after a segment has come to a wait. In debug mode all of it, for the stacks of errors.
   *
   * @internal
   */
  _innermost(segment: Coroutine<unknown>): Coroutine<unknown> {
    if (!segment._delegates || suspension.depth < 3 || running.debugRuns > 0) return segment;
    return suspension.innermost as Coroutine<unknown>;
  }

  /**
   * A segment has ended: its native caller is resolved, its generator caller is given back to be resumed, or all is
   * over.
   *
   * @internal
   */
  _leaveSegment(segment: Coroutine<unknown>, value: unknown, error: unknown): Coroutine<unknown> | null {
    // Somebody else may have awaited before what is the task's now.
    const caller = segment === this._coro ? null : segment._caller;
    const continuation = segment._continuation;
    segment._caller = null;
    segment._continuation = null;
    if (caller === null) {
      this._finishTask(value, error);
      return null;
    }
    this._segment = caller;
    if (continuation === null) {
      if (segment._delegates) suspension.ended = true;
      return caller;
    }
    this._native?.answer(caller, continuation, value, error);
    return null;
  }

  /**
   * A native segment has ended: goes on with what awaits it. A generator that awaits it gets a `StopIteration` as it
   * is, for the body of an asynchronous generator has a text of its own for that.
   *
   * @internal
   */
  _segmentEnded(segment: NativeCoroutine<unknown>, value: unknown, error: unknown): void {
    const caller = this._leaveSegment(segment, value, error === NONE ? NONE : this._raised(segment, error));
    if (caller === null) return;
    delivery.error = error;
    try {
      this._advance(caller, value, error);
    } finally {
      delivery.error = null;
    }
  }

  /** The coroutine has yielded: parks the task, or schedules the error that CPython answers with. @internal */
  _park(yielded: unknown): void {
    if (yielded === undefined || yielded === null) {
      this._loop._enqueue(this);
      return;
    }
    if (yielded instanceof Future) {
      if (!yielded._asyncio_future_blocking && yielded._loop === this._loop) {
        this._failStep(`yield was used instead of yield from in task ${repr(this)} with ${repr(yielded)}`);
        return;
      }
      const refusal = this._refusal(yielded);
      if (refusal !== null) {
        this._wakeError = refusal;
        this._loop._enqueue(this);
        return;
      }
      yielded._asyncio_future_blocking = false;
      if (holdsWaiters(yielded)) yielded._addWaiter(this);
      else this._addWakeUp(yielded);
      this._fut_waiter = yielded;
      this._deliverTo(yielded);
      return;
    }
    if (isfuture(yielded)) this._parkOnForeign(yielded);
    else if (Object.prototype.toString.call(yielded) === '[object Generator]') {
      this._failStep(`yield was used instead of yield from for generator in task ${repr(this)} with ${repr(yielded)}`);
    } else this._failStep(`Task got bad yield: ${repr(yielded)}`);
  }

  /** A future of another class, known by Python's marker. @internal */
  _parkOnForeign(yielded: Future<unknown>): void {
    if (yielded.get_loop() !== this._loop) {
      this._failStep(`Task ${repr(this)} got Future ${repr(yielded)} attached to a different loop`);
    } else if (!yielded._asyncio_future_blocking) {
      this._failStep(`yield was used instead of yield from in task ${repr(this)} with ${repr(yielded)}`);
    } else {
      yielded._asyncio_future_blocking = false;
      this._addWakeUp(yielded);
      this._fut_waiter = yielded;
      this._deliverTo(yielded);
    }
  }

  /**
   * Has the next step made by a callback: of a future of another make, or of a class that watches its callbacks.
   *
   * @internal
   */
  _addWakeUp(future: Future<unknown>): void {
    const context = this._context;
    const step = (): void => {
      if (this._fut_waiter !== future) return;
      // The handle has entered the context already, if the future handed it on.
      const isEntered = sharedState.current === context;
      if (isEntered) exitContext(context);
      try {
        this._run();
      } finally {
        if (isEntered) enterContext(context);
      }
    };
    future.add_done_callback(wakeUp(this, step), { context });
  }

  /** @internal */
  _failStep(message: string): void {
    this._wakeError = new RuntimeError(message);
    this._loop._enqueue(this);
  }

  /** Why the task can't wait for a future, or null. @internal */
  _refusal(future: Future<unknown>): Error | null {
    if (future._loop !== this._loop) {
      return new RuntimeError(`Task ${repr(this)} got Future ${repr(future)} attached to a different loop`);
    }
    return (future as unknown) === this ? new RuntimeError(`Task cannot await on itself: ${repr(this)}`) : null;
  }

  /** A cancellation that came while the task executed reaches what it now waits for. @internal */
  _deliverTo(future: Future<unknown>): void {
    if (watching.observer !== null) watching.observer.taskWaits(this, future);
    if (!this._must_cancel) return;
    if (watching.observer !== null) watching.observer.cancelForwarded(this, future);
    if (cancelFuture(future, this._cancel_message)) this._must_cancel = false;
  }

  /**
   * What a step raises for a pending cancellation: the awaited future's own `CancelledError` if it has one.
   *
   * @internal
   */
  _cancellation(waiter: Future<unknown> | null, error: unknown): unknown {
    let raised = error;
    if (raised === NONE && waiter?.done() === true) {
      try {
        waiter.result();
      } catch (thrown) {
        raised = thrown;
      }
    }
    return raised instanceof CancelledError ? raised : this._make_cancelled_error();
  }

  /** @internal */
  _finishTask(value: unknown, error: unknown): void {
    if (error === NONE) {
      this._coro?._letGo();
      if (this._must_cancel) {
        this._must_cancel = false;
        this._cancel(this._cancel_message);
      } else this._setResult(value as T);
    } else if (error instanceof CancelledError) {
      this._cancelled_exc = error;
      this._cancel(null);
    } else {
      const exception = toException(error);
      writeAwaiters(exception);
      this._setException(exception);
      // An eager task raises it in whoever makes the task.
      if (isFatal(exception) && eagerTask !== this) this._loop._abort(exception);
    }
    this._loop._task_ends(this);
  }

  /** @internal */
  _startEagerly(): void {
    const loop = running.loop;
    const task = running.task;
    running.loop = this._loop;
    running.task = this;
    const outer = eagerTask;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- it says who runs
    eagerTask = this;
    if (watching.observer !== null) watching.observer.eagerBegins(this);
    try {
      enterContext(this._context);
      try {
        this._advance(this._segment, undefined, NONE);
      } finally {
        exitContext(this._context);
      }
    } finally {
      if (watching.observer !== null) watching.observer.eagerEnds(this);
      eagerTask = outer;
      suspension.on = null;
      suspension.direct = false;
      running.loop = loop;
      running.task = task;
    }
    if (this._state !== 'PENDING') this._coro = null;
    if (this._exception !== null && isFatal(this._exception)) throw this._exception;
  }
}

Object.defineProperty(Task.prototype, '_cancelled', { value: false });
rareFields(Task, ['_abort', '_wakeError']);

// Within the microtasks of a native body, the context is that of its task.
sharedState.ambient = () => runningTask()?._context ?? null;

/** Cancels a future of any class. */
function cancelFuture(future: Future<unknown>, message: unknown): boolean {
  return message === null ? future.cancel() : future.cancel({ msg: message });
}

function cannotEnter(task: Task<unknown>): Error {
  return new RuntimeError(
    `Cannot enter into task ${repr(task)} while another task ${repr(running.task)} is being executed.`,
  );
}

/** A native body can't be stepped within the step of somebody else. */
function startsEagerly(coro: Coroutine<unknown>, loop: AbstractEventLoop): boolean {
  return !(coro instanceof NativeCoroutine) && loop.is_running();
}
