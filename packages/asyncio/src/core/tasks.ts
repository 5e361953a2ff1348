/** `Task`: a future that drives a coroutine. */
import { RuntimeError, TypeError, toException } from '../builtins/exceptions.js';
import { isKeywords } from '../builtins/arguments.js';
import { repr } from '../builtins/repr.js';
import type { Context } from '../contextvars/context.js';
import { copy_context } from '../contextvars/context.js';
import { enterContext, exitContext, sharedState } from '../contextvars/state.js';
import { CLOSED, CREATED, Coroutine, NONE, noStopIteration, refuseReuse } from './coroutines.js';
import { afterMicrotask, whenSettled, type Settler } from './continuation.js';
import type { AbstractEventLoop, Runnable } from './events.js';
import { CancelledError, InvalidStateError, isFatal } from './exceptions.js';
import type { FrameSummary } from './format_helpers.js';
import { NativeWaiter } from './native_waiter.js';
import { formatTaskStack, stackOfTask, taskInfo } from './base_tasks.js';
import { needsHost } from './blocking.js';
import { Future, cancelMessage, isfuture } from './futures.js';
import { Interruption } from './interruption.js';
import { logger } from './log.js';
import { NativeCoroutine } from './native.js';
import { running, runningTask, trackedBody } from './running.js';

/** The keywords of `create_task` and of `Task`. @public */
export interface TaskOptions {
  /** The loop; `create_task` sets it. */
  readonly loop?: AbstractEventLoop | null | undefined;
  /** The task's name; by default `Task-1`, `Task-2`, … */
  readonly name?: unknown;
  /** The context that the coroutine runs in; by default a copy of the current one. */
  readonly context?: Context | null | undefined;
  /** Runs the first step at once instead of in the next iteration. */
  readonly eager_start?: boolean | null | undefined;
}

let taskCount = 0;

/**
 * A future that drives a coroutine: each time the coroutine waits for a future the task sleeps, and when that is done it
 * takes the coroutine one step on. Make tasks with {@link create_task}.
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
  /** @internal */ _coro: Coroutine<T> | null;
  /** @internal */ readonly _context: Context;
  /**
   * The part of the coroutine's await chain that is resumed next: the whole of it for a generator body, and where
   * generator and native bodies await each other, the innermost stretch of one kind. The outer stretches hang on `_caller`.
   *
   * @internal
   */
  _segment: Coroutine<unknown>;
  /**
   * The future that the task waits for. Not null and pending: the task is parked. Null or done, and the task pending: a
   * step is scheduled, or executes. @internal
   */
  _fut_waiter: Future<unknown> | null = null;
  /** More futures that the native body awaits at the same time (`Promise.all`). @internal */
  _others: NativeWaiter[] | null = null;
  /** A cancellation that the next step delivers. @internal */
  _must_cancel: boolean = false;
  /** @internal */ _num_cancels_requested: number = 0;
  /** Whether the end of the loop reports the task if it is still pending. @internal */
  _log_destroy_pending: boolean = true;
  /** @internal */ _previous: Task<unknown> | null = null;
  /** @internal */ _next: Task<unknown> | null = null;
  /** @internal */ _list: object | null = null;
  #name: string | null;
  readonly #number: number;
  /** What the next step raises instead of resuming. */
  #wakeError: unknown = NONE;
  /** A generator body executes right now. */
  #stepping = false;
  /** How many native bodies are on the await chain. */
  #nativeDepth = 0;
  #eager = false;
  /** Entries of the ready queue that have nothing to do any more: what they were to resume is on its way, or gone. */
  #stale = 0;

  /**
   * @param coro - The coroutine.
   * @param options - `loop`, `name`, `context`, `eager_start`.
   * @throws TypeError if `coro` isn't a coroutine.
   */
  constructor(coro: Coroutine<T>, options?: TaskOptions) {
    if (arguments.length === 0) throw new TypeError("Task() missing required argument 'coro' (pos 1)");
    if (options !== undefined) checkKeywords(options, arguments.length);
    super(options?.loop === undefined || options.loop === null ? undefined : { loop: options.loop });
    if (!(coro instanceof Coroutine)) throw new TypeError(notACoroutine(coro));
    const name = options?.name;
    this.#name = name === undefined || name === null ? null : typeof name === 'string' ? name : repr(name);
    this.#number = this.#name === null ? ++taskCount : 0;
    coro._begin();
    this._coro = coro;
    this._segment = coro;
    this._context = options?.context ?? copy_context();
    const loop = this._loop;
    loop._task_begins(this);
    if (options?.eager_start === true && !(coro instanceof NativeCoroutine) && loop.is_running()) this.#startEagerly();
    else loop._enqueue(this);
  }

  /** The coroutine; null if the task was started eagerly and is done already. */
  get_coro(): Coroutine<T> | null {
    return this._coro;
  }

  /** The context that the coroutine runs in. */
  get_context(): Context {
    return this._context;
  }

  /** The name. */
  get_name(): string {
    return (this.#name ??= `Task-${String(this.#number)}`);
  }

  /** Sets the name. */
  set_name(value: unknown): void {
    if (arguments.length !== 1) {
      throw new TypeError(`Task.set_name() takes exactly one argument (${String(arguments.length)} given)`);
    }
    this.#name = typeof value === 'string' ? value : repr(value);
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
    let delivered = this._fut_waiter !== null && cancelFuture(this._fut_waiter, message);
    if (this._others !== null) {
      for (const waiter of [...this._others]) if (cancelFuture(waiter.future, message)) delivered = true;
    }
    // The future stays: it may be a task that ignores its cancellation, and then has to be cancelled again.
    if (delivered) return true;
    this._must_cancel = true;
    this._cancel_message = message;
    const segment = this._segment;
    if (segment instanceof NativeCoroutine && segment._isAway()) this._loop._enqueue(new Interruption(this, segment));
    return true;
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
   * The stack of the coroutine: of a pending task one frame, the coroutine's, with the place where it was made (known in
   * debug mode); of a failed one the frames of the exception; else none.
   *
   * @param options - `limit`: how many frames at most.
   */
  get_stack(options?: { readonly limit?: number | null }): FrameSummary[] {
    checkOnly('get_stack', options, ['limit']);
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
    checkOnly('print_stack', options, ['limit', 'file']);
    const text = formatTaskStack(this, this.get_stack({ limit: options?.limit ?? null }));
    const file = options?.file ?? null;
    if (file !== null) file.write(text);
    else logger.raw(text);
  }

  /** @internal */
  override _info(): string[] {
    return taskInfo(this, super._info());
  }

  /** The next step, from the ready queue. @internal */
  _run(): void {
    if (this.#stale > 0) {
      this.#stale -= 1;
      return;
    }
    if (this._state !== 'PENDING') {
      const error = new InvalidStateError(`__step(): already done: ${repr(this)}`);
      this._loop.call_exception_handler({ message: 'a finished task was stepped', exception: error, task: this });
      return;
    }
    let error = this.#wakeError;
    this.#wakeError = NONE;
    const waiter = this._fut_waiter;
    if (this._must_cancel) {
      error = this.#cancellation(waiter, error);
      this._must_cancel = false;
    }
    this._fut_waiter = null;
    const segment = this._segment;
    // A body that runs natively is resumed by its own waiters; here it is only started, or cancelled before its start.
    if (segment instanceof NativeCoroutine && segment._task === this) return;
    if (running.task !== null) throw cannotEnter(this);
    running.task = this;
    enterContext(this._context);
    try {
      this.#advance(segment, undefined, error);
    } finally {
      exitContext(this._context);
      running.task = null;
    }
  }

  /** A cancellation ends the wait for a promise, and what is behind the promise goes on for itself. @internal */
  _interrupt(body: NativeCoroutine<unknown>): void {
    if (this._state !== 'PENDING' || !this._must_cancel || this._segment !== body || !body._isAway()) return;
    const error = this.#cancellation(null, NONE);
    this._must_cancel = false;
    this.#closeNative(body);
    if (running.task !== null) throw cannotEnter(this);
    running.task = this;
    enterContext(this._context);
    try {
      const caller = this.#leave(body, undefined, error);
      if (caller !== null) this.#advance(caller, undefined, error);
    } finally {
      exitContext(this._context);
      running.task = null;
    }
  }

  /** Whether an await in a native body that executes now can be this task's. @internal */
  _acceptsNativeAwait(): boolean {
    return this.#nativeDepth > 0 && !this.#stepping;
  }

  /** `await future` in a native body. @internal */
  _awaitFutureNatively(future: Future<unknown>, continuation: Settler): void {
    if (future._state !== 'PENDING') {
      future._settleSoon(continuation);
      return;
    }
    const body = trackedBody() ?? (this._segment instanceof NativeCoroutine ? this._segment : null);
    const error = this.#refusal(future);
    const waiter = new NativeWaiter(this, future, body, continuation, error);
    this.#returns(body);
    if (body !== null) body._awaiting = future;
    if (error !== NONE) {
      this._loop._enqueue(waiter);
      return;
    }
    if (future.add_done_callback === addDoneCallback) future._addWaiter(waiter);
    else
      future.add_done_callback(
        named(() => {
          waiter._run();
        }),
        { context: this._context },
      );
    if (this._fut_waiter === null) this._fut_waiter = future;
    else (this._others ??= []).push(waiter);
    this.#deliverTo(future);
  }

  /** `await coroutine` in a native body: it runs here and now, up to its first suspension. @internal */
  _awaitCoroutineNatively(coroutine: Coroutine<unknown>, continuation: Settler): void {
    const innermost = this._segment;
    const body = trackedBody() ?? innermost;
    if (coroutine._state !== CREATED) {
      continuation.rejectSoon(refuseReuse(coroutine._currentState()));
      return;
    }
    if (body !== innermost || !(innermost instanceof NativeCoroutine)) {
      continuation.rejectSoon(
        new RuntimeError(
          'two coroutines are awaited at once in one task; run them concurrently with asyncio.gather(a, b), or make ' +
            'tasks of them with asyncio.create_task',
        ),
      );
      return;
    }
    this.#returns(body);
    body._awaiting = coroutine;
    coroutine._continuation = continuation;
    coroutine._caller = body;
    this._segment = coroutine;
    this.#inMicrotask(() => {
      this.#advance(coroutine, undefined, NONE);
    });
  }

  /** A future that the native body awaited is done: takes it off, and gives what is raised instead of its result. @internal */
  _wakeNatively(waiter: NativeWaiter, error: unknown): unknown {
    let raised = error;
    if (this._must_cancel) {
      raised = this.#cancellation(waiter.future, raised);
      this._must_cancel = false;
    }
    const others = this._others;
    if (this._fut_waiter === waiter.future) this._fut_waiter = others?.shift()?.future ?? null;
    else if (others !== null) this._others = others.filter((other) => other !== waiter);
    return raised;
  }

  /** Takes over a promise that is already on its way, as the body of this task. @internal */
  _adopt(): void {
    const body = this._segment;
    if (!(body instanceof NativeCoroutine)) return;
    const adoption = { body, fresh: true };
    running.adoptions.push(adoption);
    // The function's first await stands in the microtask queue already, before this.
    afterMicrotask(() => {
      adoption.fresh = false;
    });
    this.#stale += 1;
    this.#launch(body);
  }

  /** The native body executes again, or has ended: it isn't away any more. */
  #returns(body: Coroutine<unknown> | null): void {
    if (body instanceof NativeCoroutine && body._away) {
      body._away = false;
      running.away -= 1;
    }
  }

  /** Told when the microtasks have run: a native body that waits for nothing of ours is away. @internal */
  _drained(): void {
    const body = this._segment;
    if (this._state !== 'PENDING' || !(body instanceof NativeCoroutine) || body._away) return;
    if (body._state === CLOSED || body._state === CREATED || body._awaiting !== null) return;
    body._away = true;
    running.away += 1;
  }

  /** Drives `segment` with a value or an error, and what awaits it when it ends, until something has to be waited for. */
  #advance(start: Coroutine<unknown>, startValue: unknown, startError: unknown): void {
    let segment = start;
    let value = startValue;
    let error = startError;
    for (;;) {
      if (segment instanceof NativeCoroutine && error === NONE) {
        const refusal = this.#launchRefusal(segment);
        if (refusal === null) {
          // A native body never begins within the step of somebody else, as an eager start is.
          if (this.#eager) this._loop._enqueue(this);
          else this.#launch(segment);
          return;
        }
        error = refusal;
        const caller = this.#leave(segment, undefined, error);
        if (caller === null) return;
        segment = caller;
        continue;
      }
      this.#stepping = true;
      try {
        const result = error === NONE ? segment._resume(value) : segment._raise(error);
        this.#stepping = false;
        if (result.done !== true) {
          const yielded = result.value;
          if (!(yielded instanceof NativeCoroutine)) {
            this.#park(yielded);
            return;
          }
          yielded._caller = segment;
          this._segment = segment = yielded as Coroutine<unknown>;
          value = undefined;
          error = NONE;
          continue;
        }
        value = result.value;
        error = NONE;
      } catch (thrown) {
        this.#stepping = false;
        value = undefined;
        error = noStopIteration(thrown);
      }
      const caller = this.#leave(segment, value, error);
      if (caller === null) return;
      segment = caller;
    }
  }

  /** A segment has ended: its native caller is resolved, its generator caller is given back to be resumed, or all is over. */
  #leave(segment: Coroutine<unknown>, value: unknown, error: unknown): Coroutine<unknown> | null {
    const caller = segment._caller;
    const continuation = segment._continuation;
    segment._caller = null;
    segment._continuation = null;
    if (caller === null) {
      this.#finish(value, error);
      return null;
    }
    this._segment = caller;
    if (continuation === null) return caller;
    caller._awaiting = null;
    running.touchedNative = true;
    running.drainTask = this;
    // Within `then` the answer comes later: a callback is never called before `then` returns.
    if (this.#answersLater) {
      if (error === NONE) continuation.resolveSoon(value);
      else continuation.rejectSoon(error);
    } else if (error === NONE) continuation.resolve(value);
    else continuation.reject(error);
    return null;
  }

  #answersLater = false;

  /** Runs what a microtask of a native body brings about, as a step of this task. */
  #inMicrotask(action: () => void): void {
    const loop = running.loop;
    const task = running.task;
    running.loop = this._loop;
    running.task = this;
    this.#answersLater = true;
    // A body that calls `then` itself may do so within the step that has started it.
    const isEntered = sharedState.current === this._context;
    if (!isEntered) enterContext(this._context);
    try {
      action();
    } finally {
      if (!isEntered) exitContext(this._context);
      this.#answersLater = false;
      running.loop = loop;
      running.task = task;
    }
  }

  /** Why a native body can't be started, or null. */
  #launchRefusal(body: NativeCoroutine<unknown>): Error | null {
    if (body._state !== CREATED) return refuseReuse(body._currentState());
    if (!this._loop._blocks) return null;
    body.close();
    return needsHost('a native async body');
  }

  #launch(body: NativeCoroutine<unknown>): void {
    this.#nativeDepth += 1;
    running.touchedNative = true;
    running.drainTask = this;
    whenSettled(
      () => body._launch(this),
      (value) => {
        this.#bodyEnded(body, value, NONE);
      },
      (error) => {
        this.#bodyEnded(body, undefined, error);
      },
    );
    if (this._must_cancel && body._isAway()) this._loop._enqueue(new Interruption(this, body));
  }

  #bodyEnded(body: NativeCoroutine<unknown>, value: unknown, error: unknown): void {
    if (running.adoptions.length > 0)
      running.adoptions = running.adoptions.filter((adoption) => adoption.body !== body);
    // It may have been left alone before its end.
    if (body._state === CLOSED) return;
    this.#closeNative(body);
    // A native body can't be closed: it may end after its loop was.
    if (this._state !== 'PENDING' || this._loop.is_closed()) return;
    if (this._segment !== body) this.#abandonAbove(body);
    this.#inMicrotask(() => {
      const caller = this.#leave(body, value, error === NONE ? NONE : noStopIteration(error));
      if (caller !== null) this.#advance(caller, value, error);
    });
  }

  #closeNative(body: NativeCoroutine<unknown>): void {
    this.#returns(body);
    body._state = CLOSED;
    body._awaiting = null;
    this.#nativeDepth -= 1;
  }

  /** A native body has ended although something it had begun to await has not (`Promise.race`): that is closed. */
  #abandonAbove(body: Coroutine<unknown>): void {
    const future = this._fut_waiter;
    this._fut_waiter = null;
    this.#wakeError = NONE;
    if (future !== null && !future.done()) {
      if (future instanceof Future) future._removeWaiters((waiter) => waiter === this);
    } else if (!(this._segment instanceof NativeCoroutine)) this.#stale += 1;
    let segment: Coroutine<unknown> | null = this._segment;
    this._segment = body;
    while (segment !== null && segment !== body) {
      const caller: Coroutine<unknown> | null = segment._caller;
      segment._caller = null;
      segment._continuation = null;
      try {
        if (segment instanceof NativeCoroutine && segment._task === this) this.#closeNative(segment);
        else segment.close();
      } catch (error) {
        this._loop.call_exception_handler({
          message: 'an abandoned coroutine raised while it was closed',
          exception: error,
          task: this,
        });
      }
      segment = caller;
    }
  }

  /** The coroutine has yielded: parks the task, or schedules the error that CPython answers with. */
  #park(yielded: unknown): void {
    if (yielded === undefined || yielded === null) {
      this._loop._enqueue(this);
      return;
    }
    if (yielded instanceof Future) {
      if (!yielded._asyncio_future_blocking && yielded._loop === this._loop) {
        this.#fail(`yield was used instead of yield from in task ${repr(this)} with ${repr(yielded)}`);
        return;
      }
      const refusal = this.#refusal(yielded);
      if (refusal !== NONE) {
        this.#wakeError = refusal;
        this._loop._enqueue(this);
        return;
      }
      yielded._asyncio_future_blocking = false;
      if (yielded.add_done_callback === addDoneCallback) yielded._addWaiter(this);
      else this.#addWakeUp(yielded);
      this._fut_waiter = yielded;
      this.#deliverTo(yielded);
      return;
    }
    if (isfuture(yielded)) this.#parkOnForeign(yielded);
    else if (Object.prototype.toString.call(yielded) === '[object Generator]') {
      this.#fail(`yield was used instead of yield from for generator in task ${repr(this)} with ${repr(yielded)}`);
    } else this.#fail(`Task got bad yield: ${repr(yielded)}`);
  }

  /** A future of another class, known by Python's marker. */
  #parkOnForeign(yielded: Future<unknown>): void {
    if (yielded.get_loop() !== this._loop) {
      this.#fail(`Task ${repr(this)} got Future ${repr(yielded)} attached to a different loop`);
    } else if (!yielded._asyncio_future_blocking) {
      this.#fail(`yield was used instead of yield from in task ${repr(this)} with ${repr(yielded)}`);
    } else {
      yielded._asyncio_future_blocking = false;
      this.#addWakeUp(yielded);
      this._fut_waiter = yielded;
      this.#deliverTo(yielded);
    }
  }

  /** Has the next step made by a callback: of a future of another make, or of a class that watches its callbacks. */
  #addWakeUp(future: Future<unknown>): void {
    const context = this._context;
    const wakeUp = (): void => {
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
    future.add_done_callback(named(wakeUp), { context });
  }

  #fail(message: string): void {
    this.#wakeError = new RuntimeError(message);
    this._loop._enqueue(this);
  }

  /** Why the task can't wait for a future, or NONE. */
  #refusal(future: Future<unknown>): unknown {
    if (future._loop !== this._loop) {
      return new RuntimeError(`Task ${repr(this)} got Future ${repr(future)} attached to a different loop`);
    }
    return (future as unknown) === this ? new RuntimeError(`Task cannot await on itself: ${repr(this)}`) : NONE;
  }

  /** A cancellation that came while the task executed reaches what it now waits for. */
  #deliverTo(future: Future<unknown>): void {
    if (this._must_cancel && cancelFuture(future, this._cancel_message)) this._must_cancel = false;
  }

  /** What a step raises for a pending cancellation: the awaited future's own `CancelledError` if it has one. */
  #cancellation(waiter: Future<unknown> | null, error: unknown): unknown {
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

  #finish(value: unknown, error: unknown): void {
    if (error === NONE) {
      if (this._must_cancel) {
        this._must_cancel = false;
        this._cancel(this._cancel_message);
      } else this._setResult(value as T);
    } else if (error instanceof CancelledError) {
      this._cancelled_exc = error;
      this._cancel(null);
    } else {
      const exception = toException(error);
      this._setException(exception);
      // An eager task raises it in whoever makes the task.
      if (isFatal(exception) && !this.#eager) this._loop._abort(exception);
    }
    this._loop._task_ends(this);
  }

  #startEagerly(): void {
    const loop = running.loop;
    const task = running.task;
    running.loop = this._loop;
    running.task = this;
    this.#eager = true;
    try {
      enterContext(this._context);
      try {
        this.#advance(this._segment, undefined, NONE);
      } finally {
        exitContext(this._context);
      }
    } finally {
      this.#eager = false;
      running.loop = loop;
      running.task = task;
    }
    if (this._state !== 'PENDING') this._coro = null;
    if (this._exception !== null && isFatal(this._exception)) throw this._exception;
  }
}

Object.defineProperty(Task.prototype, '_cancelled', { value: false });

// Within the microtasks of a native body, the context is that of its task.
sharedState.ambient = () => runningTask()?._context ?? null;

// eslint-disable-next-line @typescript-eslint/unbound-method -- only to know whether a class has one of its own
const addDoneCallback = Future.prototype.add_done_callback;

/** Gives a callback that wakes a task the name of CPython's method for it, which shows in reprs. */
function named(callback: () => void): () => void {
  return Object.assign(callback, { __qualname__: 'Task.task_wakeup' });
}

/** Cancels a future of any class. */
function cancelFuture(future: Future<unknown>, message: unknown): boolean {
  return message === null ? future.cancel() : future.cancel({ msg: message });
}

function cannotEnter(task: Task<unknown>): Error {
  return new RuntimeError(
    `Cannot enter into task ${repr(task)} while another task ${repr(running.task)} is being executed.`,
  );
}

function notACoroutine(value: unknown): string {
  const text = `a coroutine was expected, got ${repr(value)}`;
  if (Object.prototype.toString.call(value) !== '[object Promise]') return text;
  return (
    `${text}: an async function that was not wrapped has started already, so a task can't own it. Wrap the function, ` +
    'f = asyncio.coroutine(async () => { … }), or hand over the function itself, create_task(f)'
  );
}

function checkKeywords(options: TaskOptions, count: number): void {
  if (!isKeywords(options)) throw new TypeError(`Task() takes exactly 1 positional argument (${String(count)} given)`);
  for (const key in options) {
    if (key !== 'loop' && key !== 'name' && key !== 'context' && key !== 'eager_start') {
      throw new TypeError(`Task() got an unexpected keyword argument '${key}'`);
    }
  }
}

function checkOnly(method: string, options: object | undefined, allowed: readonly string[]): void {
  if (options !== undefined && !isKeywords(options)) throw new TypeError(`${method}() takes no positional arguments`);
  for (const key in options) {
    if (!allowed.includes(key)) throw new TypeError(`${method}() got an unexpected keyword argument '${key}'`);
  }
}
