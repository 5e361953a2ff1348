/** How whoever awaits a future is woken: by an entry that waits in it, or by a callback where its class wants to see one. */
import { Future } from './futures.js';

// eslint-disable-next-line @typescript-eslint/unbound-method -- only to know whether a class has one of its own
const addDoneCallback = Future.prototype.add_done_callback;

/** Whether an entry of the ready queue can wait in the future itself: its class doesn't watch its callbacks. */
export function holdsWaiters(future: Future<unknown>): boolean {
  return future.add_done_callback === addDoneCallback;
}

/** Gives a callback that wakes a task the name of CPython's method for it, which shows in reprs. */
export function wakeUp(callback: () => void): () => void {
  return Object.assign(callback, { __qualname__: 'Task.task_wakeup' });
}
