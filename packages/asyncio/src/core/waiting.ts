/**
 * A coroutine without a generator, for what programs await so often that a generator would be dear, such as reads:
 *
 *     begins ──► _attempt ──result──► ends
 *                  ▲  └──LATER──► _wait, by a future or a turn ──► _leave ──┐
 *                  └────────────────────────────────────────────────────────┘
 */
import { RuntimeError } from '../builtins/exceptions.js';
import { YIELDED, suspension } from './awaitable.js';
import { CLOSED, CREATED, Coroutine, SUSPENDED, refuseReuse } from './coroutines.js';
import type { Future } from './futures.js';

/** There is no result yet: it has to wait. */
export const LATER: unique symbol = Symbol('later');

export abstract class Waiting<T> extends Coroutine<T> {
  /** What it waits for; null before it begins, and while it only gives up a turn. @internal */
  _future: Future<unknown> | null = null;

  /** Gives the result if it is there, else {@link LATER}. */
  protected abstract _attempt(isFirst: boolean): T | typeof LATER;

  /** What to wait for; null for a turn of the loop. */
  protected abstract _wait(): Future<unknown> | null;

  /** A wait is over, whatever has ended it. */
  protected abstract _leave(future: Future<unknown> | null): void;

  override _resume(): IteratorResult<unknown, T> {
    const isFirst = this._state !== SUSPENDED;
    if (isFirst) this.#leaveCreated();
    else {
      const future = this._future;
      // Who is resumed before its time goes on waiting, as with any future.
      if (future?._state === 'PENDING' && !future._asyncio_future_blocking) return this.#suspend(future);
      this.#end();
      if (future?._state === 'PENDING') throw new RuntimeError("await wasn't used with future");
      future?.result();
    }
    const value = this._attempt(isFirst);
    return value === LATER ? this.#suspend(this._wait()) : { done: true, value };
  }

  override _raise(error: unknown): never {
    if (this._state === SUSPENDED) this.#end();
    else this.#leaveCreated();
    throw error;
  }

  override _currentState(): number {
    return this._state;
  }

  override _discard(): void {
    // Nothing was taken before its beginning.
  }

  /** It is closed until it waits: what goes wrong before ends it. */
  #leaveCreated(): void {
    if (this._state !== CREATED) throw refuseReuse(CLOSED);
    this._begin();
    this._state = CLOSED;
  }

  #end(): void {
    const future = this._future;
    this._future = null;
    this._state = CLOSED;
    this._leave(future);
  }

  #suspend(future: Future<unknown> | null): IteratorResult<unknown, T> {
    if (future !== null) future._asyncio_future_blocking = true;
    this._future = future;
    this._state = SUSPENDED;
    this._awaiting = future;
    suspension.on = this;
    YIELDED.value = future ?? undefined;
    return YIELDED;
  }
}
