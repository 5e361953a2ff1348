/** The iterator behind `yield* future`. */
import { RuntimeError } from '../builtins/exceptions.js';
import { YIELDED, suspension } from './awaitable.js';
import type { Future } from './futures.js';

/** Hands the future to the task once, then gives its result. */
export class FutureIterator<T> implements IterableIterator<unknown, T, unknown> {
  readonly #future: Future<T>;
  #waited = false;

  constructor(future: Future<T>) {
    this.#future = future;
  }

  next(): IteratorResult<unknown, T> {
    const future = this.#future;
    if (future._state !== 'PENDING') return { done: true, value: future.result() };
    if (this.#waited) throw new RuntimeError("await wasn't used with future");
    this.#waited = true;
    future._asyncio_future_blocking = true;
    suspension.on = future;
    YIELDED.value = future;
    return YIELDED;
  }

  throw(error: unknown): never {
    throw error;
  }

  return(value: T): IteratorResult<unknown, T> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
