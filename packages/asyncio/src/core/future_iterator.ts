/** The iterator behind `yield* future`. */
import { RuntimeError } from '../builtins/exceptions.js';
import { YIELDED, suspension, type Suspension } from './awaitable.js';
import type { Future } from './futures.js';

/** Hands the future to the task once, then gives its result. */
export class FutureIterator<T> implements IterableIterator<Suspension, T, unknown> {
  readonly #future: Future<T>;
  #waited = false;

  constructor(future: Future<T>) {
    this.#future = future;
  }

  next(): IteratorResult<Suspension, T> {
    const future = this.#future;
    if (future._state !== 'PENDING') return { done: true, value: future.result() };
    if (this.#waited) throw new RuntimeError("await wasn't used with future");
    this.#waited = true;
    future._asyncio_future_blocking = true;
    suspension.on = future;
    YIELDED.value = future;
    return YIELDED as IteratorYieldResult<Suspension>;
  }

  throw(error: unknown): never {
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
