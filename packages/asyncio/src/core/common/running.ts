/**
 * What runs right now: the loop and the task on whose behalf code executes.
 *
 * There are two situations. While a handle executes, `loop` and `task` say it. After a handle that resumed a native
 * `async` body, the microtasks drain before the next handle starts: then `loop` is null, and `drainLoop`/`drainTask`
 * say whose handle it was. A native body that comes back from a foreign promise is in neither; only the host's tracker
 * knows it. The tracker also wins over the drain: the microtasks of one task's drain may
 * well continue the body of another.
 *
 * The slot is shared by all copies of the library in a process, so that they agree on who runs.
 */
import type { Tracker } from '../../host/host.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { NativeCoroutine } from '../coroutines/native.js';
import type { Task } from '../tasks/tasks.js';

/** A promise that `run` has taken over. */
export interface Adoption {
  readonly body: NativeCoroutine<unknown>;
  /** Its function's first await is still to be heard of. */
  fresh: boolean;
}

/** The slot; its fields are written by the loop and by {@link Task} only. */
export interface Running {
  /** The loop whose handle executes synchronously. */
  loop: AbstractEventLoop | null;
  /** The task whose step executes synchronously. */
  task: Task<unknown> | null;
  /** The loop and the task whose microtasks drain. */
  drainLoop: AbstractEventLoop | null;
  drainTask: Task<unknown> | null;
  /** Set by whoever resumes a native body: the loop must let the microtasks run before the next handle. */
  touchedNative: boolean;
  /** The bodies of plain `async` functions that `run` has adopted: they began before there was a task to know them. */
  adoptions: Adoption[];
  /** How many native bodies wait for something that isn't the library's, while the host can't track them. */
  away: number;
  /** How many native bodies have begun and not ended. */
  bodies: number;
  /** The host's way to find the native body that executes; null until the first one starts, or where there is none. */
  tracker: Tracker | null;
  /** How many loops run in debug mode: while one does, each coroutine remembers where it was made. */
  debugRuns: number;
}

const KEY = Symbol.for('asyncio-ts.running');
const shared = globalThis as unknown as Record<symbol, Running | undefined>;

// Sealed, so that test runners that take globals apart leave it alone.
export const running: Running = (shared[KEY] ??= Object.seal({
  loop: null,
  task: null,
  drainLoop: null,
  drainTask: null,
  touchedNative: false,
  adoptions: [],
  away: 0,
  bodies: 0,
  tracker: null,
  debugRuns: 0,
}));

/**
 * The native body whose continuation executes, where the host can tell; null inside a handle's own synchronous code.
 */
export function trackedBody(): NativeCoroutine<unknown> | null {
  if (running.loop !== null || running.tracker === null) return null;
  return (running.tracker.get() as NativeCoroutine<unknown> | undefined) ?? null;
}

/** A loop was closed: where no native body is left, the host need not track any, until another one starts. */
export function restTracker(): void {
  if (running.bodies === 0) running.tracker?.stop?.();
}

/** The task on whose behalf code executes right now, or null. */
export function runningTask(): Task<unknown> | null {
  if (running.loop !== null) return running.task;
  const body = trackedBody();
  if (body !== null) {
    const task = body._task;
    if (task !== null && !task.done()) return task;
  }
  return running.drainLoop !== null ? running.drainTask : null;
}

/** The task to which an await belongs that a native body makes now: the running one, or one that adopted the body. */
export function awaitingTask(): Task<unknown> | null {
  const task = runningTask();
  if (task !== null || running.adoptions.length === 0) return task;
  const fresh = running.adoptions.find((adoption) => adoption.fresh);
  if (fresh !== undefined) return fresh.body._task;
  // One that waits for nothing of ours has come back from a foreign promise; two of them can't be told apart.
  const away = running.adoptions.filter((adoption) => adoption.body._awaiting === null);
  return away.length === 1 && away[0] !== undefined ? away[0].body._task : null;
}

/** The loop on whose behalf code executes right now, or null. */
export function runningLoop(): AbstractEventLoop | null {
  if (running.loop !== null) return running.loop;
  const body = trackedBody();
  if (body !== null) {
    const task = body._task;
    if (task !== null && !task.done()) return task.get_loop();
  }
  return running.drainLoop;
}

/**
 * Why an await outside of any task is refused while a native body may be coming back from a foreign promise; or null.
 */
export function ambiguity(): string | null {
  if (running.tracker !== null || running.away === 0) return null;
  return (
    'this await cannot be told to belong to a task: a native async body has come back from a foreign promise, and ' +
    'this host does not track async context. Wrap the foreign promise: await asyncio.wrap_future(promise)'
  );
}
