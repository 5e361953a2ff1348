/** What a native body leaves in the future that it awaits. */
import { repr } from '../../builtins/repr.js';
import type { Waiter } from '../futures/base_futures.js';
import type { Settler } from '../common/continuation.js';
import type { Coroutine } from './coroutines.js';
import { NONE } from './steps.js';
import type { Runnable } from '../contract/handles.js';
import type { Future } from '../futures/futures.js';
import { running } from '../common/running.js';
import type { Task } from '../tasks/tasks.js';

/** Resumes a native body that awaits a future, in an iteration of its own when the future is done. */
export class NativeWaiter implements Runnable, Waiter {
  readonly _cancelled = false;
  readonly _source_traceback = null;
  readonly task: Task<unknown>;
  readonly future: Future<unknown>;
  readonly body: Coroutine<unknown> | null;
  readonly #continuation: Settler;
  /** An error that is delivered instead of the future's result. */
  readonly #error: unknown;

  constructor(
    task: Task<unknown>,
    future: Future<unknown>,
    body: Coroutine<unknown> | null,
    continuation: Settler,
    error: unknown,
  ) {
    this.task = task;
    this.future = future;
    this.body = body;
    this.#continuation = continuation;
    this.#error = error;
  }

  _futureDone(future: Future<unknown>): void {
    future._loop._enqueue(this);
  }

  _run(): void {
    const task = this.task;
    let error = this.#error;
    if (task._state === 'PENDING') error = task._nativeDriver().wake(this, error);
    running.touchedNative = true;
    running.drainTask = task;
    if (this.body !== null) this.body._awaiting = null;
    if (error !== NONE) this.#continuation.reject(error);
    else this.future._settle(this.#continuation);
  }

  __repr__(): string {
    return repr(this.task);
  }
}
