/** Who waits in line for a lock, a flag, an item: `Line`, and `Wait`, the coroutines that stand there. */
import { RuntimeError } from '../../builtins/exceptions.js';
import { LinkedList, type LinkedItem } from '../../builtins/linked.js';
import { suspension, YIELDED } from '../common/awaitable.js';
import type { Named } from '../coroutines/coroutine_names.js';
import { CLOSED, RUNNING, SUSPENDED } from '../coroutines/coroutine_states.js';
import { Coroutine } from '../coroutines/coroutines.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { isPlainlyCancelled, type Future } from '../futures/futures.js';
import { failed, NONE } from '../coroutines/steps.js';

/** Who stands in a line. */
export interface Waiter extends LinkedItem<Waiter> {
  /** What it waits for; null before it joins. */
  _awaiting: Future<unknown> | null;
}

/** Stands in a line for a generator body. */
export class PlainWaiter implements Waiter {
  _previous: Waiter | null = null;
  _next: Waiter | null = null;
  _awaiting: Future<unknown> | null = null;
}

/** A line of waiters. One leaves it, from wherever it stands, in constant time. */
export class Line<T> {
  readonly #waiters = new LinkedList<Waiter>();

  /** How many stand in line, those included that were woken and have not run yet. */
  get length(): number {
    return this.#waiters.length;
  }

  /** Joins the line. */
  join(waiter: Waiter, loop: AbstractEventLoop): Future<T> {
    const future = loop.create_future<T>();
    waiter._awaiting = future;
    this.#waiters.append(waiter);
    return future;
  }

  /** Leaves the line; nothing happens if the waiter has left already. */
  leave(waiter: Waiter): void {
    this.#waiters.remove(waiter);
  }

  /** Whether somebody is in line whose wait was not cancelled. */
  hasLive(): boolean {
    for (let waiter = this.#waiters.first; waiter !== null; waiter = waiter._next) {
      if (waiter._awaiting?.cancelled() === false) return true;
    }
    return false;
  }

  /** Wakes the first, if it is asleep. */
  wakeFirst(value: T): void {
    const first = this.#waiters.first;
    if (first?._awaiting?.done() === false) first._awaiting.set_result(value);
  }

  /** Wakes the first so many of those that are asleep; how many there were. */
  wake(count: number, value: T): number {
    let woken = 0;
    for (let waiter = this.#waiters.first; waiter !== null && woken < count; waiter = waiter._next) {
      if (waiter._awaiting?.done() !== false) continue;
      woken += 1;
      waiter._awaiting.set_result(value);
    }
    return woken;
  }

  /** Takes waiters out of the line up to the first that is asleep, and wakes that. */
  shiftAwake(value: T): void {
    for (let waiter = this.#waiters.shift(); waiter !== null; waiter = this.#waiters.shift()) {
      if (waiter._awaiting?.done() !== false) continue;
      waiter._awaiting.set_result(value);
      return;
    }
  }

  /** Takes everybody out, and wakes those that are asleep. */
  shiftAll(value: T): void {
    for (let waiter = this.#waiters.shift(); waiter !== null; waiter = this.#waiters.shift()) {
      if (waiter._awaiting?.done() === false) waiter._awaiting.set_result(value);
    }
  }
}

/** What one waits for in a line: says who may go on, and keeps the line. */
export interface Place<T> {
  /** Whether the wait is over before it begins; otherwise it has joined the line. @internal */
  _begins(wait: Wait<T>): boolean;
  /** It was woken: whether the wait is over; otherwise it has joined the line again. @internal */
  _woken(wait: Wait<T>): boolean;
  /** It was interrupted while it stood in line, by an error that goes on. @internal */
  _interrupted(wait: Wait<T>, error: unknown): void;
}

/**
 * The coroutine of `acquire`, `put`, `get` and their like, which programs await so often that a generator would be
 * dear:
 *
 *     begins ──► over? ──yes──► ends with the value
 *                 ▲ └──no──► waits for its future in the line ──┐
 *                 └───────────────── is woken ──────────────────┘
 *
 * It is one class for all: engines are at their best where few classes come along. An error on its way through is
 * thrown once, since each further throw would be dear.
 */
export class Wait<T> extends Coroutine<T> implements Waiter {
  /**
   * The name of its type. Redefined from outside it would make each `instanceof` slow, and bundlers keep what is
   * unused.
   */
  static override get name(): string {
    return 'coroutine';
  }

  declare _awaiting: Future<unknown> | null;
  _previous: Wait<unknown> | null = null;
  _next: Wait<unknown> | null = null;
  /** What comes of it; before that, what it brings along. */
  value: T;
  readonly #place: Place<T>;

  constructor(place: Place<T>, value: T, named: Named) {
    super(named);
    this.#place = place;
    this.value = value;
  }

  override _resume(): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) this._leaveCreated();
    else {
      const future = this._awaiting as Future<unknown>;
      // Who is resumed before its time goes on waiting, as with any future.
      if (future._state === 'PENDING' && !future._asyncio_future_blocking) return this._suspend();
      const error = obstacle(future);
      if (error !== NONE) throw this._interrupt(error);
    }
    const hasWaited = this._state === SUSPENDED;
    this._state = RUNNING;
    let isOver: boolean;
    try {
      isOver = hasWaited ? this.#place._woken(this) : this.#place._begins(this);
    } catch (error) {
      this._state = CLOSED;
      throw error;
    }
    if (!isOver) return this._suspend();
    this._state = CLOSED;
    return { done: true, value: this.value };
  }

  override _raise(error: unknown): never {
    if (this._state === SUSPENDED) throw this._interrupt(error);
    this._leaveCreated();
    this._state = CLOSED;
    throw error;
  }

  override _step(value: unknown, error: unknown): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) return super._step(value, error);
    const future = this._awaiting as Future<unknown>;
    if (error !== NONE) return failed(this._interrupt(error));
    return isPlainlyCancelled(future) ? failed(this._interrupt(obstacle(future))) : this._resume();
  }

  override _currentState(): number {
    return this._state;
  }

  override _discard(): void {
    // Nothing was taken before its beginning.
  }

  _leaveCreated(): void {
    this._claim();
    this._begin();
  }

  _suspend(): IteratorYieldResult<unknown> {
    const future = this._awaiting as Future<unknown>;
    future._asyncio_future_blocking = true;
    this._state = SUSPENDED;
    suspension.on = this;
    YIELDED.value = future;
    return YIELDED;
  }

  /** Leaves the line by an error, which goes on. */
  _interrupt(error: unknown): unknown {
    this._state = RUNNING;
    try {
      this.#place._interrupted(this, error);
    } finally {
      this._state = CLOSED;
    }
    return error;
  }
}

/** Why somebody who was woken can't have the result of what it waited for; NONE if it can. */
function obstacle(future: Future<unknown>): unknown {
  if (isPlainlyCancelled(future)) return future._make_cancelled_error();
  if (future._state === 'PENDING') return new RuntimeError("await wasn't used with future");
  try {
    future.result();
  } catch (error) {
    return error;
  }
  return NONE;
}
