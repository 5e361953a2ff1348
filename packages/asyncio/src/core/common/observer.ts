/**
 * Who watches what loops and tasks do: a trace, or nobody.
 *
 * The kernel asks `watching.observer !== null` in few places and tells what happens there; everything else about
 * tracing stands above the loop. While nobody watches, that is one field to look at, and nothing is made or kept for
 * it.
 */
import type { AbstractEventLoop } from '../contract/events.js';
import type { Handle, Runnable, TimerHandle } from '../contract/handles.js';
import type { Future } from '../futures/futures.js';
import type { Task } from '../tasks/tasks.js';

/** Told of what happens, at the time when it happens. It must not throw. */
export interface Observer {
  loopBegins(loop: AbstractEventLoop): void;
  /** A run has ended, by an error or by NONE. */
  loopEnds(loop: AbstractEventLoop, error: unknown): void;
  /** An iteration begins with what is ready; `next` is the first of the timers that are not due. */
  turnBegins(loop: AbstractEventLoop, ready: Iterable<Runnable>, timers: number, next: TimerHandle | undefined): void;
  turnEnds(loop: AbstractEventLoop): void;
  entryAdded(loop: AbstractEventLoop, entry: Runnable): void;
  timerSet(loop: AbstractEventLoop, timer: TimerHandle): void;
  handleCancelled(handle: Handle): void;
  entryBegins(loop: AbstractEventLoop, entry: Runnable): void;
  /** The microtasks that it has brought about have run. */
  entryEnds(loop: AbstractEventLoop): void;
  /** Before its first step is scheduled. */
  taskCreated(task: Task<unknown>): void;
  taskRenamed(task: Task<unknown>): void;
  taskWaits(task: Task<unknown>, future: Future<unknown>): void;
  /** A native body of the task waits for something that isn't the library's, or is heard of again. */
  taskAway(task: Task<unknown>): void;
  taskReturns(task: Task<unknown>): void;
  /** The first step of a task that starts eagerly, within the step of whoever makes it. */
  eagerBegins(task: Task<unknown>): void;
  eagerEnds(task: Task<unknown>): void;
  cancelRequested(task: Task<unknown>, message: unknown): void;
  /** A cancellation reaches, later than it was asked for, what the task has come to wait for. */
  cancelForwarded(task: Task<unknown>, future: Future<unknown>): void;
  /** A future or a task is done; who waits for it is not woken yet. */
  futureDone(future: Future<unknown>): void;
}

/**
 * Who watches now.
 *
 * A field of an object, since a variable of the module measured some five percent slower in a ping-pong of futures. Why
 * that is so, and whether it is so elsewhere, was not looked into.
 */
export const watching: { observer: Observer | null } = { observer: null };
