/** The iterators by which a coroutine is awaited: that of `yield*`, and that of `__await__()`. */
import { RETURNED, suspension, type Suspension } from '../common/awaitable.js';
import { CLOSED } from './coroutine_states.js';
import type { Coroutine } from './coroutines.js';
import { raiseIn } from './raising.js';
import { FAILED, NONE, raise, takeError } from './steps.js';

/**
 * The iterator behind `yield* coroutine`. While the coroutine waits, the task resumes it by itself, without coming by
 * here: then the iterator only tells its end to whoever awaits it.
 */
export class Delegation<T> implements IterableIterator<Suspension, T, unknown> {
  readonly _coroutine: Coroutine<T>;

  constructor(coroutine: Coroutine<T>) {
    this._coroutine = coroutine;
  }

  next(value?: unknown): IteratorResult<Suspension, T> {
    const coroutine = this._coroutine;
    if (coroutine._state === CLOSED && suspension.ended) {
      suspension.ended = false;
      RETURNED.value = value;
      return RETURNED as IteratorReturnResult<T>;
    }
    const result = coroutine._step(value, NONE) as IteratorResult<Suspension, T>;
    if (result === FAILED) raise(takeError());
    suspension.direct = result.done !== true && coroutine._delegates;
    return result;
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    const coroutine = this._coroutine;
    if (coroutine._state === CLOSED && suspension.ended) {
      suspension.ended = false;
      throw error;
    }
    const result = raiseIn(coroutine, error) as IteratorResult<Suspension, T>;
    suspension.direct = result.done !== true && coroutine._delegates;
    return result;
  }

  return(value: T): IteratorResult<Suspension, T> {
    this._coroutine.close();
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** The iterator behind `__await__()`: whoever drives it sees each step of the coroutine. */
export class CoroutineIterator<T> extends Delegation<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'coroutine_wrapper';
  }

  override next(value?: unknown): IteratorResult<Suspension, T> {
    const result = this._coroutine._resume(value) as IteratorResult<Suspension, T>;
    suspension.direct = false;
    return result;
  }

  override throw(error: unknown): IteratorResult<Suspension, T> {
    const result = raiseIn(this._coroutine, error) as IteratorResult<Suspension, T>;
    suspension.direct = false;
    return result;
  }
}
