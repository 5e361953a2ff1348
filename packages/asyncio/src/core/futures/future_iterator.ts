/** The iterator behind `yield* future`. */
import { RuntimeError } from '../../builtins/exceptions.js';
import { defineHidden } from '../../builtins/repr.js';
import { YIELDED, suspension, type Suspension } from '../common/awaitable.js';
import type { Future } from './futures.js';

/** What an iterator yields that waits for a future. */
export function suspendOn(future: Future<unknown>): IteratorYieldResult<Suspension> {
  future._asyncio_future_blocking = true;
  suspension.on = future;
  YIELDED.value = future;
  return YIELDED as IteratorYieldResult<Suspension>;
}

/** Hands the future to the task, then gives its result. Who is resumed before the result is there waits again. */
export class FutureIterator<T> implements IterableIterator<Suspension, T, unknown> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a class has such a field already
  static get name(): string {
    return 'FutureIter';
  }

  readonly #future: Future<T>;

  constructor(future: Future<T>) {
    this.#future = future;
  }

  next(): IteratorResult<Suspension, T> {
    const future = this.#future;
    if (future._state !== 'PENDING') return { done: true, value: future.result() };
    if (future._asyncio_future_blocking) throw new RuntimeError("await wasn't used with future");
    return suspendOn(future);
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

defineHidden(FutureIterator, '__module__', '_asyncio');
