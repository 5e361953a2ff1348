/** What the records of a trace are about: numbers for tasks, futures and handles, and what is said of them. */
import { repr } from '../../builtins/repr.js';
import { PendingCallback, wakeUpName } from '../futures/base_futures.js';
import { SUSPENDED } from '../coroutines/coroutine_states.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { callbackName, type FrameSummary } from '../common/format_helpers.js';
import { Future } from '../futures/futures.js';
import { GatheringFuture } from '../waiting/gathering.js';
import { Handle, TimerHandle, type Runnable } from '../contract/handles.js';
import { Interruption } from '../tasks/interruption.js';
import { NativeCoroutine } from '../coroutines/native.js';
import { NativeWaiter } from '../coroutines/native_waiter.js';
import { shieldedBy } from '../waiting/shield.js';
import { SleepCoroutine } from '../tasks/sleep.js';
import { Task } from '../tasks/tasks.js';
import type { TraceAwaited, TraceHandle, TraceOutcome } from './trace_events.js';

/** Numbers for objects, which it doesn't keep alive. */
export class Numbers {
  readonly #numbers = new WeakMap<object, number>();
  #count = 0;

  has(subject: object): boolean {
    return this.#numbers.has(subject);
  }

  of(subject: object): number {
    const known = this.#numbers.get(subject);
    if (known !== undefined) return known;
    const number = ++this.#count;
    this.#numbers.set(subject, number);
    return number;
  }
}

/** Numbers for entries of the ready queue, a new one each time that one is scheduled: a task is many times. */
export class HandleNumbers {
  /** Of what is scheduled and hasn't begun, the oldest first. */
  readonly #scheduled = new WeakMap<Runnable, number[]>();
  #count = 0;

  /** An entry is scheduled. */
  add(entry: Runnable): number {
    const number = ++this.#count;
    const waiting = this.#scheduled.get(entry);
    if (waiting === undefined) this.#scheduled.set(entry, [number]);
    else waiting.push(number);
    return number;
  }

  /** The number of an entry that waits; a new one, if it was scheduled before there was a trace. */
  of(entry: Runnable): number {
    return this.#scheduled.get(entry)?.[0] ?? this.add(entry);
  }

  /** The same of an entry that waits no longer. */
  take(entry: Runnable): number {
    const number = this.of(entry);
    this.#scheduled.get(entry)?.shift();
    return number;
  }

  /** The same of one that is cancelled; null if it isn't known to wait. */
  drop(entry: Runnable): number | null {
    return this.#scheduled.get(entry)?.shift() ?? null;
  }
}

/** The entry behind one: a loop whose class has a `call_soon` of its own puts each into a callback. */
function entryBehind(entry: Runnable): Runnable {
  if (!(entry instanceof Handle)) return entry;
  return (entry._callback as { readonly entry?: Runnable } | null)?.entry ?? entry;
}

/** The task that a callback wakes, if it does. */
function wokenBy(callback: unknown): Task<unknown> | null {
  const { task, __qualname__ } = callback as { readonly task?: unknown; readonly __qualname__?: string };
  return task instanceof Task && __qualname__ === wakeUpName(task) ? task : null;
}

/** The task whose step an entry is, or null. */
export function stepOf(given: Runnable): Task<unknown> | null {
  const entry = entryBehind(given);
  if (entry instanceof Task) return entry;
  if (entry instanceof NativeWaiter || entry instanceof Interruption) return entry.task;
  return entry instanceof Handle && entry._callback !== null ? wokenBy(entry._callback) : null;
}

/** The future that has woken a task, or that a callback is told about. */
export function futureOf(given: Runnable): Future<unknown> | null {
  const entry = entryBehind(given);
  if (entry instanceof Handle) {
    const first = entry._arguments()[0];
    return first instanceof Future ? first : null;
  }
  let future: Future<unknown> | null = null;
  if (entry instanceof Task) future = entry._fut_waiter;
  else if (entry instanceof NativeWaiter) future = entry.future;
  return future?.done() === true ? future : null;
}

/** Whether an entry is the step of a task that gives up a turn right now. */
export function givesUpTurn(given: Runnable, running: Task<unknown> | null): boolean {
  const entry = entryBehind(given);
  return entry instanceof Task && entry === running && entry._fut_waiter === null && entry._wakeError === null;
}

/** A coroutine and those that it awaits, as far as they are suspended. */
function suspended(task: Task<unknown>): Coroutine<unknown>[] {
  const coroutines: Coroutine<unknown>[] = [];
  let awaited: unknown = task._coro;
  while (awaited instanceof Coroutine) {
    if (!awaited._inline) coroutines.push(awaited);
    // One that executes knows only what it has waited for before; a native body knows nothing else at any time.
    const tells: boolean = awaited._state === SUSPENDED || awaited instanceof NativeCoroutine;
    awaited = tells ? awaited._awaiting : null;
  }
  return coroutines;
}

function nameOf(coroutine: Coroutine<unknown>): string {
  return coroutine.__qualname__;
}

/** The names of what a task is suspended in, outermost first. */
export function chainOf(task: Task<unknown>): string[] {
  return suspended(task).map(nameOf);
}

/** `file:line` of the innermost frame. */
function placeOf(frames: readonly FrameSummary[] | null | undefined): string | null {
  const last = frames?.at(-1);
  return last === undefined ? null : `${last.filename}:${String(last.lineno)}`;
}

/** Where a task was made, in debug mode. */
export function madeAt(task: Task<unknown>): string | null {
  return placeOf(task._source_traceback);
}

/** Where the innermost coroutine was called that a task is suspended in, in debug mode. */
export function suspendedAt(task: Task<unknown>): string | null {
  return placeOf(suspended(task).at(-1)?._origin);
}

/** How a future or a task has ended. */
export function outcomeOf(future: Future<unknown>): { outcome: TraceOutcome; exception: string | null } {
  if (future._state === 'CANCELLED') return { outcome: 'cancelled', exception: null };
  const exception = future._exception;
  return exception === null
    ? { outcome: 'result', exception: null }
    : { outcome: 'exception', exception: textOf(exception) };
}

/** The repr; of what has one that fails, the name of its class. */
export function textOf(value: unknown): string {
  try {
    return repr(value);
  } catch {
    return `<${(value as object).constructor.name}>`;
  }
}

/** What is known of tasks and futures by number. */
export interface NumberOf {
  task(task: Task<unknown>): number;
  future(future: Future<unknown>): number;
}

/** A task or a future by its number. */
export function numbered(
  future: Future<unknown> | null,
  numberOf: NumberOf,
): { task: number | null; future: number | null } {
  if (future === null) return { task: null, future: null };
  return future instanceof Task
    ? { task: numberOf.task(future), future: null }
    : { task: null, future: numberOf.future(future) };
}

/** What a trace says of an entry of the ready queue. */
export function handleInfo(given: Runnable, handle: number, numberOf: NumberOf): TraceHandle {
  const step = stepOf(given);
  const told = numbered(futureOf(given), numberOf);
  if (step !== null) {
    return { handle, kind: 'step', name: step.get_name(), task: numberOf.task(step), future: told.future };
  }
  const entry = entryBehind(given);
  if (!(entry instanceof Handle)) return { handle, kind: 'io', name: entry.constructor.name, ...told };
  const kind = entry instanceof TimerHandle ? 'timer' : 'callback';
  return { handle, kind, name: callbackName(entry._callback), ...told };
}

/** What is the same of all that is no future. */
const NO_FUTURE = { future: null, tasks: [], until: null };

/** A task gives up a turn. */
export const A_TURN: TraceAwaited = { kind: 'turn', ...NO_FUTURE, text: 'the next turn' };

/** A task waits for something that isn't the library's. */
export const A_PROMISE: TraceAwaited = { kind: 'promise', ...NO_FUTURE, text: 'a promise' };

/** What a `shield` waits for whose outer future this is; null if it is another. */
function shieldedIn(future: Future<unknown>): Future<unknown> | null {
  for (const waiter of [future._waiter, ...(future._waiters ?? [])]) {
    if (!(waiter instanceof PendingCallback) || waiter._callback === null) continue;
    const inner = shieldedBy(waiter._callback);
    if (inner !== null) return inner;
  }
  return null;
}

/** What a task waits for. */
export function awaitedInfo(task: Task<unknown>, future: Future<unknown>, numberOf: NumberOf): TraceAwaited {
  if (future instanceof Task) {
    return { kind: 'task', future: null, tasks: [numberOf.task(future)], until: null, text: future.get_name() };
  }
  const number = numberOf.future(future);
  if (future instanceof GatheringFuture) {
    const tasks = future.children.filter((child): child is Task => child instanceof Task && !child.done());
    const text = `gather of ${String(future.children.length)}`;
    return { kind: 'gather', future: number, tasks: tasks.map((child) => numberOf.task(child)), until: null, text };
  }
  const innermost = suspended(task).at(-1);
  if (innermost instanceof SleepCoroutine && innermost._awaiting === future) {
    return { kind: 'sleep', future: number, tasks: [], until: innermost._until, text: 'sleep' };
  }
  const inner = future instanceof Future ? shieldedIn(future) : null;
  if (inner === null) return { kind: 'future', future: number, tasks: [], until: null, text: future.constructor.name };
  const tasks = inner instanceof Task ? [numberOf.task(inner)] : [];
  const text = inner instanceof Task ? `shield of ${inner.get_name()}` : 'shield';
  return { kind: 'shield', future: number, tasks, until: null, text };
}
