/**
 * How whoever awaits a future is woken: by an entry that waits in it, or by a callback where its class wants to see
 * one.
 */
import { wakeUpName } from '../futures/base_futures.js';
import { Future } from '../futures/futures.js';
import type { Task } from './tasks.js';

// eslint-disable-next-line @typescript-eslint/unbound-method -- only to know whether a class has one of its own
const addDoneCallback = Future.prototype.add_done_callback;

/** Whether an entry of the ready queue can wait in the future itself: its class doesn't watch its callbacks. */
export function holdsWaiters(future: Future<unknown>): boolean {
  return future.add_done_callback === addDoneCallback;
}

/** A callback that wakes a task. It goes by the name of CPython's method for it. */
export interface TaskWakeUp {
  (): void;
  readonly __qualname__: string;
  readonly task: Task<unknown>;
}

/** Makes a callback one that wakes a task. */
export function wakeUp(task: Task<unknown>, callback: () => void): TaskWakeUp {
  return Object.assign(callback, { __qualname__: wakeUpName(task), task });
}
