/**
 * Makes the records of a trace of what the kernel tells.
 *
 * Of what executes only numbers are kept, and whatever has a number is held weakly: a trace keeps nothing alive.
 *
 *     turn ── handle ── step of a task ── step of a task that it starts eagerly
 *
 * That is how things are nested. What begins when nobody watches has no end here either, with one exception: a step
 * within which the trace began, or a native body that has come back from a promise, counts as a step that ends when the
 * task waits.
 */
import type { AbstractEventLoop } from '../contract/events.js';
import { NONE } from '../coroutines/steps.js';
import type { Future } from '../futures/futures.js';
import type { Handle, Runnable, TimerHandle } from '../contract/handles.js';
import type { Observer } from '../common/observer.js';
import { runningLoop, runningTask } from '../common/running.js';
import { Task } from '../tasks/tasks.js';
import type { TraceAwaited, TraceCause, TraceEvent, TraceRecord } from './trace_events.js';
import {
  A_PROMISE,
  A_TURN,
  HandleNumbers,
  Numbers,
  awaitedInfo,
  chainOf,
  futureOf,
  givesUpTurn,
  handleInfo,
  madeAt,
  numbered,
  outcomeOf,
  stepOf,
  suspendedAt,
  textOf,
  type NumberOf,
} from './trace_subjects.js';

type Details<E> = E extends TraceEvent ? Omit<E, keyof TraceRecord> : never;

interface OpenStep {
  readonly task: number;
  readonly handle: number | null;
  /** Nobody will tell of its end: it ends when the task waits or is done. */
  readonly endsWithWait: boolean;
}

/** What a loop executes. */
interface LoopState {
  readonly number: number;
  turn: number;
  inTurn: boolean;
  handle: number | null;
  readonly steps: OpenStep[];
}

/** Takes a record; the loop is the one that it is about. */
export type Sink = (event: TraceEvent, loop: AbstractEventLoop) => void;

export class Recorder implements Observer {
  readonly #only: AbstractEventLoop | null;
  readonly #sink: Sink;
  readonly #states = new WeakMap<AbstractEventLoop, LoopState>();
  readonly #loops = new Numbers();
  readonly #tasks = new Numbers();
  readonly #futures = new Numbers();
  readonly #handles = new HandleNumbers();
  #count = 0;

  /** Records what concerns a certain loop, or all loops. */
  constructor(only: AbstractEventLoop | null, sink: Sink) {
    this.#only = only;
    this.#sink = sink;
  }

  /** Tells of the tasks that are there already, if a loop executes, and that one of them does. */
  begin(): void {
    const loop = runningLoop();
    if (loop === null || !this.#covers(loop)) return;
    const state = this.#stateOf(loop);
    const task = runningTask();
    if (task !== null) this.#beginStep(loop, state, task, true);
  }

  // The loop

  loopBegins(loop: AbstractEventLoop): void {
    if (this.#covers(loop)) this.#emit(loop, { type: 'loop_begins' });
  }

  loopEnds(loop: AbstractEventLoop, error: unknown): void {
    if (!this.#covers(loop)) return;
    // An error may have come from within a handle.
    this.entryEnds(loop);
    this.turnEnds(loop);
    this.#emit(loop, { type: 'loop_ends', exception: error === NONE ? null : textOf(error) });
  }

  turnBegins(loop: AbstractEventLoop, ready: Iterable<Runnable>, timers: number, next: TimerHandle | undefined): void {
    if (!this.#covers(loop)) return;
    const state = this.#stateOf(loop);
    this.#endSteps(loop, state);
    state.turn += 1;
    state.inTurn = true;
    const handles = [...ready]
      .filter((entry) => !entry._cancelled)
      .map((entry) => handleInfo(entry, this.#handles.of(entry), this.#numberOf));
    this.#emit(loop, { type: 'turn_begins', ready: handles, timers, next_deadline: finite(next?._when) });
  }

  turnEnds(loop: AbstractEventLoop): void {
    const state = this.#states.get(loop);
    if (state?.inTurn !== true) return;
    state.inTurn = false;
    this.#emit(loop, { type: 'turn_ends' });
  }

  entryAdded(loop: AbstractEventLoop, entry: Runnable): void {
    if (!this.#covers(loop)) return;
    const step = stepOf(entry);
    if (step !== null && givesUpTurn(entry, runningTask())) this.#waits(step, A_TURN);
    const handle = this.#handles.add(entry);
    const future = futureOf(entry);
    const by = this.#cause();
    if (step !== null && future !== null) {
      const awaited = numbered(future, this.#numberOf);
      const task = this.#taskNumber(step);
      this.#emit(loop, { type: 'task_woken', task, handle, future: awaited.future, awaited_task: awaited.task, by });
    }
    const info = handleInfo(entry, handle, this.#numberOf);
    this.#emit(loop, { type: 'handle_scheduled', ...info, when: null, by });
    if (step !== null && future === null) this.#hasWaited(step);
  }

  timerSet(loop: AbstractEventLoop, timer: TimerHandle): void {
    if (!this.#covers(loop)) return;
    const info = handleInfo(timer, this.#handles.add(timer), this.#numberOf);
    this.#emit(loop, { type: 'handle_scheduled', ...info, when: finite(timer._when), by: this.#cause() });
  }

  handleCancelled(handle: Handle): void {
    const loop = handle._loop;
    if (!this.#covers(loop)) return;
    const number = this.#handles.drop(handle);
    if (number !== null) this.#emit(loop, { type: 'handle_cancelled', handle: number, by: this.#cause() });
  }

  entryBegins(loop: AbstractEventLoop, entry: Runnable): void {
    if (!this.#covers(loop)) return;
    const state = this.#stateOf(loop);
    this.#endSteps(loop, state);
    const handle = this.#handles.take(entry);
    state.handle = handle;
    this.#emit(loop, { type: 'handle_begins', ...handleInfo(entry, handle, this.#numberOf) });
    const task = stepOf(entry);
    if (task !== null) this.#beginStep(loop, state, task, false);
  }

  entryEnds(loop: AbstractEventLoop): void {
    const state = this.#states.get(loop);
    if (state === undefined) return;
    this.#endSteps(loop, state);
    const { handle } = state;
    if (handle === null) return;
    state.handle = null;
    this.#emit(loop, { type: 'handle_ends', handle });
  }

  // Tasks

  taskCreated(task: Task<unknown>): void {
    const loop = task._loop;
    if (!this.#covers(loop)) return;
    this.#stateOf(loop);
    this.#emit(loop, {
      type: 'task_created',
      task: this.#tasks.of(task),
      name: task.get_name(),
      coro: task._coro?.__qualname__ ?? '',
      by: this.#cause(),
      where: madeAt(task),
    });
  }

  taskRenamed(task: Task<unknown>): void {
    if (!this.#covers(task._loop)) return;
    this.#emit(task._loop, { type: 'task_renamed', task: this.#taskNumber(task), name: task.get_name() });
  }

  taskWaits(task: Task<unknown>, future: Future<unknown>): void {
    if (!this.#covers(task._loop)) return;
    this.#waits(task, awaitedInfo(task, future, this.#numberOf));
    if (!task._must_cancel) this.#hasWaited(task);
  }

  taskAway(task: Task<unknown>): void {
    if (!this.#covers(task._loop)) return;
    this.#waits(task, A_PROMISE);
    this.#hasWaited(task);
  }

  taskReturns(task: Task<unknown>): void {
    if (!this.#covers(task._loop)) return;
    const state = this.#stateOf(task._loop);
    // The step in which it is cancelled has begun already.
    if (state.steps.at(-1)?.task !== this.#taskNumber(task)) this.#beginStep(task._loop, state, task, true);
  }

  eagerBegins(task: Task<unknown>): void {
    if (this.#covers(task._loop)) this.#beginStep(task._loop, this.#stateOf(task._loop), task, false);
  }

  eagerEnds(task: Task<unknown>): void {
    const state = this.#states.get(task._loop);
    if (state?.steps.at(-1)?.task === this.#tasks.of(task)) this.#endStep(task._loop, state);
  }

  cancelRequested(task: Task<unknown>, message: unknown): void {
    if (!this.#covers(task._loop)) return;
    const waiter = task._fut_waiter;
    this.#emit(task._loop, {
      type: 'cancel_requested',
      task: this.#taskNumber(task),
      by: this.#cause(),
      msg: message === null || message === undefined ? null : textOf(message),
      forwarded_to: waiter === null || waiter.done() ? null : awaitedInfo(task, waiter, this.#numberOf),
    });
  }

  cancelForwarded(task: Task<unknown>, future: Future<unknown>): void {
    if (!this.#covers(task._loop)) return;
    const forwarded_to = awaitedInfo(task, future, this.#numberOf);
    this.#emit(task._loop, { type: 'cancel_forwarded', task: this.#taskNumber(task), forwarded_to });
    this.#hasWaited(task);
  }

  futureDone(future: Future<unknown>): void {
    const loop = future._loop;
    if (!this.#covers(loop)) return;
    if (future instanceof Task) {
      this.#emit(loop, { type: 'task_done', task: this.#taskNumber(future), ...outcomeOf(future) });
      this.#hasWaited(future);
      return;
    }
    this.#emit(loop, {
      type: 'future_done',
      future: this.#futures.of(future),
      ...outcomeOf(future),
      by: this.#cause(),
    });
  }

  // What records are made of

  #covers(loop: AbstractEventLoop): boolean {
    return this.#only === null || this.#only === loop;
  }

  /** What is known of a loop. At first sight its tasks are told. */
  #stateOf(loop: AbstractEventLoop): LoopState {
    const known = this.#states.get(loop);
    if (known !== undefined) return known;
    const state = { number: this.#loops.of(loop), turn: 0, inTurn: false, handle: null, steps: [] };
    this.#states.set(loop, state);
    for (const task of loop._all_tasks()) this.#taskNumber(task);
    return state;
  }

  #emit(loop: AbstractEventLoop, details: Details<TraceEvent>): void {
    const { number, turn } = this.#stateOf(loop);
    const { type, ...rest } = details;
    this.#count += 1;
    this.#sink({ type, seq: this.#count, time: loop.time(), loop: number, turn, ...rest } as TraceEvent, loop);
  }

  readonly #numberOf: NumberOf = {
    task: (task) => this.#taskNumber(task),
    future: (future) => this.#futures.of(future),
  };

  /** A task at first sight, if the trace has not seen how it was made, gets a record of its own. */
  #taskNumber(task: Task<unknown>): number {
    const isKnown = this.#tasks.has(task);
    const number = this.#tasks.of(task);
    if (isKnown || !this.#covers(task._loop)) return number;
    const state = stateOf(task);
    const waits_for = state === 'waiting' ? this.#awaitedBy(task) : null;
    this.#emit(task._loop, {
      type: 'task_seen',
      task: number,
      name: task.get_name(),
      coro: task._coro?.__qualname__ ?? null,
      state,
      waits_for,
      chain: chainOf(task),
    });
    return number;
  }

  #awaitedBy(task: Task<unknown>): TraceAwaited {
    const future = task._fut_waiter;
    return future === null ? A_PROMISE : awaitedInfo(task, future, this.#numberOf);
  }

  #cause(): TraceCause | null {
    const loop = runningLoop();
    if (loop === null) return null;
    const task = runningTask();
    const handle = this.#states.get(loop)?.handle ?? null;
    return { task: task === null ? null : this.#taskNumber(task), handle };
  }

  #waits(task: Task<unknown>, waits_for: TraceAwaited): void {
    this.#emit(task._loop, {
      type: 'task_waits',
      task: this.#taskNumber(task),
      waits_for,
      chain: chainOf(task),
      where: suspendedAt(task),
    });
  }

  #beginStep(loop: AbstractEventLoop, state: LoopState, task: Task<unknown>, endsWithWait: boolean): void {
    const handle = endsWithWait ? null : state.handle;
    const step = { task: this.#taskNumber(task), handle, endsWithWait };
    state.steps.push(step);
    this.#emit(loop, { type: 'step_begins', task: step.task, handle });
  }

  #endStep(loop: AbstractEventLoop, state: LoopState): void {
    const step = state.steps.pop();
    if (step !== undefined) this.#emit(loop, { type: 'step_ends', task: step.task, handle: step.handle });
  }

  #endSteps(loop: AbstractEventLoop, state: LoopState): void {
    while (state.steps.length > 0) this.#endStep(loop, state);
  }

  /** A task waits or is done: ends a step of whose end nobody will tell. */
  #hasWaited(task: Task<unknown>): void {
    const state = this.#stateOf(task._loop);
    const step = state.steps.at(-1);
    if (step?.endsWithWait === true && step.task === this.#tasks.of(task)) this.#endStep(task._loop, state);
  }
}

function finite(when: number | undefined): number | null {
  return when !== undefined && Number.isFinite(when) ? when : null;
}

function stateOf(task: Task<unknown>): 'running' | 'ready' | 'waiting' | 'done' {
  if (task.done()) return 'done';
  if (runningTask() === task) return 'running';
  const waits = task._fut_waiter !== null ? !task._fut_waiter.done() : task._native?.isAway() === true;
  return waits ? 'waiting' : 'ready';
}
