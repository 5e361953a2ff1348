/**
 * What a task does with the native `async` bodies on its await chain; made when the first of them starts.
 *
 * JavaScript steps such a body itself. It comes to the library with each `await`, by a call of `then`, and the answer
 * is given through the functions that `then` was handed. So here a step of the task is either an answer, or a microtask
 * in which a body asks for more or ends.
 */
import { GeneratorExit, RuntimeError } from '../../builtins/exceptions.js';
import { enterContext, exitContext, sharedState } from '../../contextvars/state.js';
import { needsHost } from '../common/blocking.js';
import { afterMicrotask, whenSettled, type Settler } from '../common/continuation.js';
import { refuseReuse } from '../coroutines/coroutine_errors.js';
import { CLOSED, CREATED } from '../coroutines/coroutine_states.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { outermost } from '../coroutines/delegators.js';
import { Future } from '../futures/futures.js';
import { Interruption } from './interruption.js';
import { NativeCoroutine } from '../coroutines/native.js';
import { NativeWaiter } from '../coroutines/native_waiter.js';
import { watching } from '../common/observer.js';
import { running, trackedBody } from '../common/running.js';
import { NONE } from '../coroutines/steps.js';
import type { Task } from './tasks.js';
import { holdsWaiters, wakeUp } from './wake_ups.js';

export class NativeDriver {
  readonly #task: Task<unknown>;
  /** How many native bodies are on the await chain. */
  #depth = 0;
  /** Who waits for futures beside the first, which the body awaits at the same time (`Promise.all`). */
  #others: NativeWaiter[] | null = null;
  /** Entries of the ready queue that have nothing to do any more: what they were to resume is on its way, or gone. */
  #stale = 0;
  /** A body is within `then`, where no callback may be called. */
  #answersLater = false;

  constructor(task: Task<unknown>) {
    this.#task = task;
  }

  /** Whether an await in a native body that executes now can be the task's. */
  acceptsAwaits(): boolean {
    return this.#depth > 0 && !this.#task._stepping;
  }

  /** Whether the innermost body waits for something that isn't the library's. */
  isAway(): boolean {
    const body = this.#task._segment;
    return body instanceof NativeCoroutine && body._away;
  }

  /** Whether the step that is due has nothing to do any more. */
  skipsStep(): boolean {
    if (this.#stale === 0) return false;
    this.#stale -= 1;
    return true;
  }

  /** Cancels what is awaited beside the first future; whether anything took it. */
  cancelOthers(message: unknown): boolean {
    let delivered = false;
    for (const { future } of this.#others?.slice() ?? []) {
      if (message === null ? future.cancel() : future.cancel({ msg: message })) delivered = true;
    }
    return delivered;
  }

  /** A body awaits a future. */
  awaitFuture(future: Future<unknown>, continuation: Settler): void {
    if (future._state !== 'PENDING') {
      future._settleSoon(continuation);
      return;
    }
    const task = this.#task;
    const body = trackedBody() ?? (task._segment instanceof NativeCoroutine ? task._segment : null);
    const error = task._refusal(future);
    const waiter = new NativeWaiter(task, future, body, continuation, error ?? NONE);
    returns(body);
    if (body !== null) body._awaiting = future;
    if (error !== null) {
      task._loop._enqueue(waiter);
      return;
    }
    if (holdsWaiters(future)) future._addWaiter(waiter);
    else {
      const resume = (): void => {
        waiter._run();
      };
      future.add_done_callback(wakeUp(task, resume), { context: task._context });
    }
    if (task._fut_waiter === null) task._fut_waiter = future;
    else (this.#others ??= []).push(waiter);
    task._deliverTo(future);
  }

  /** A body awaits a coroutine: it runs here and now, up to its first suspension. */
  awaitCoroutine(coroutine: Coroutine<unknown>, continuation: Settler): void {
    const task = this.#task;
    const innermost = task._segment;
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
    returns(body);
    body._awaiting = coroutine;
    const segment = coroutine._inPlace();
    segment._continuation = continuation;
    segment._caller = body;
    task._segment = segment;
    const entered = this.#enterMicrotask(true);
    try {
      task._advance(segment, undefined, NONE);
    } finally {
      this.#exitMicrotask(entered);
    }
  }

  /** Resolves or rejects what a body awaits. */
  answer(body: Coroutine<unknown>, continuation: Settler, value: unknown, error: unknown): void {
    body._awaiting = null;
    running.touchedNative = true;
    running.drainTask = this.#task;
    if (this.#answersLater) {
      if (error === NONE) continuation.resolveSoon(value);
      else continuation.rejectSoon(error);
    } else if (error === NONE) continuation.resolve(value);
    else continuation.reject(error);
  }

  /** A future that a body awaited is done: takes it off, and gives what is raised instead of its result. */
  wake(waiter: NativeWaiter, error: unknown): unknown {
    const task = this.#task;
    let raised = error;
    if (task._must_cancel) {
      raised = task._cancellation(waiter.future, raised);
      task._must_cancel = false;
    }
    const others = this.#others;
    if (task._fut_waiter === waiter.future) task._fut_waiter = others?.shift()?.future ?? null;
    else if (others !== null) this.#others = others.filter((other) => other !== waiter);
    return raised;
  }

  /** Starts a body that {@link launchRefusal} has nothing against. */
  launch(body: NativeCoroutine<unknown>): void {
    const task = this.#task;
    this.#depth += 1;
    running.touchedNative = true;
    running.drainTask = task;
    whenSettled(
      () => body._launch(task),
      (value) => {
        this.#ended(body, value, NONE);
      },
      (error) => {
        this.#ended(body, undefined, error);
      },
    );
    if (task._must_cancel && body._isAway()) task._loop._enqueue(new Interruption(task, body));
  }

  /** Takes over a promise that is already on its way, as the body of the task. */
  adopt(body: NativeCoroutine<unknown>): void {
    const adoption = { body, fresh: true };
    running.adoptions.push(adoption);
    // The function's first await stands in the microtask queue already, before this.
    afterMicrotask(() => {
      adoption.fresh = false;
    });
    this.#stale += 1;
    this.launch(body);
  }

  /** A cancellation ends the wait for a promise, and what is behind the promise goes on for itself. */
  interrupt(body: NativeCoroutine<unknown>): void {
    const task = this.#task;
    if (task._state !== 'PENDING' || !task._must_cancel || task._segment !== body || !body._isAway()) return;
    const error = task._cancellation(null, NONE);
    task._must_cancel = false;
    this.#close(body);
    task._enter();
    try {
      task._segmentEnded(body, undefined, error);
    } finally {
      task._exit();
    }
  }

  #ended(body: NativeCoroutine<unknown>, value: unknown, error: unknown): void {
    running.bodies -= 1;
    if (running.adoptions.length > 0)
      running.adoptions = running.adoptions.filter((adoption) => adoption.body !== body);
    // It may have been left alone before its end.
    if (body._state === CLOSED) return;
    this.#close(body);
    const task = this.#task;
    // A native body can't be closed: it may end after its loop was.
    if (task._state !== 'PENDING' || task._loop.is_closed()) return;
    if (task._segment !== body) this.#abandonAbove(body);
    const raised = body._ended(value, error);
    const entered = this.#enterMicrotask(false);
    try {
      task._segmentEnded(body, value, raised);
    } finally {
      this.#exitMicrotask(entered);
    }
  }

  #close(body: NativeCoroutine<unknown>): void {
    returns(body);
    body._state = CLOSED;
    body._awaiting = null;
    this.#depth -= 1;
  }

  /** A body has ended although something it had begun to await has not (`Promise.race`): that is closed. */
  #abandonAbove(body: Coroutine<unknown>): void {
    const task = this.#task;
    const future = task._fut_waiter;
    task._fut_waiter = null;
    task._wakeError = null;
    if (future !== null && !future.done()) {
      if (future instanceof Future) future._removeWaiters((waiter) => waiter === task);
    } else if (!(task._segment instanceof NativeCoroutine)) this.#stale += 1;
    let innermost: Coroutine<unknown> | null = task._segment;
    task._segment = body;
    while (innermost !== null && innermost !== body) {
      // Who is closed closes what it awaits.
      const segment = outermost(innermost, task._coro);
      const caller: Coroutine<unknown> | null = segment._caller;
      segment._caller = null;
      segment._continuation = null;
      try {
        if (segment instanceof NativeCoroutine && segment._task === task) {
          this.#close(segment);
          segment._ended(undefined, new GeneratorExit());
        } else segment.close();
      } catch (error) {
        task._loop.call_exception_handler({
          message: 'an abandoned coroutine raised while it was closed',
          exception: error,
          task,
        });
      }
      innermost = caller;
    }
  }

  /**
   * What a microtask of a body brings about is a step of the task; `inThen` says that it called `then`. Gives what ran
   * before.
   */
  #enterMicrotask(inThen: boolean): Entered {
    const { loop, task } = running;
    const context = this.#task._context;
    running.loop = this.#task._loop;
    running.task = this.#task;
    this.#answersLater = inThen;
    // A body that calls `then` itself may do so within the step that has started it.
    const within = sharedState.current === context || sharedState.unasked === this.#task;
    if (!within) enterContext(context);
    return { loop, task, within };
  }

  #exitMicrotask({ loop, task, within }: Entered): void {
    if (!within) exitContext(this.#task._context);
    this.#answersLater = false;
    running.loop = loop;
    running.task = task;
  }
}

interface Entered {
  readonly loop: typeof running.loop;
  readonly task: typeof running.task;
  readonly within: boolean;
}

/** Why a native body can't be started by a task, or null. */
export function launchRefusal(task: Task<unknown>, body: NativeCoroutine<unknown>): Error | null {
  if (body._state !== CREATED) return refuseReuse(body._currentState());
  if (!task._loop._blocks) return null;
  body.close();
  return needsHost('a native async body');
}

/** Told when the microtasks have run: a body that waits for nothing of ours is away. */
export function drained(task: Task<unknown>): void {
  const body = task._segment;
  if (task._state !== 'PENDING' || !(body instanceof NativeCoroutine) || body._away) return;
  if (body._state === CLOSED || body._state === CREATED || body._awaiting !== null) return;
  body._away = true;
  running.away += 1;
  if (watching.observer !== null) watching.observer.taskAway(task);
}

/** A body executes again, or has ended: it isn't away any more. */
function returns(body: Coroutine<unknown> | null): void {
  if (body instanceof NativeCoroutine && body._away) {
    body._away = false;
    running.away -= 1;
    if (watching.observer !== null && body._task !== null) watching.observer.taskReturns(body._task);
    body._task?._loop._has_returned();
  }
}
