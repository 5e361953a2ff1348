/** Who waits in line for a lock, a flag, an item: `Line`, and `Wait`, the body of the coroutines that stand there. */
import { RuntimeError, TypeError } from '../builtins/exceptions.js';
import { LinkedList, type LinkedItem } from '../builtins/linked.js';
import type { AbstractEventLoop } from './events.js';
import { suspendOn } from './future_iterator.js';
import type { Future } from './futures.js';

/** Who stands in a line. */
export class Waiter implements LinkedItem<Waiter> {
  _previous: Waiter | null = null;
  _next: Waiter | null = null;
  /** What it waits for; null before it joins. */
  future: Future<unknown> | null = null;
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
    waiter.future = future;
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
      if (waiter.future?.cancelled() === false) return true;
    }
    return false;
  }

  /** Wakes the first, if it is asleep. */
  wakeFirst(value: T): void {
    const first = this.#waiters.first;
    if (first?.future?.done() === false) first.future.set_result(value);
  }

  /** Wakes the first so many of those that are asleep; how many there were. */
  wake(count: number, value: T): number {
    let woken = 0;
    for (let waiter = this.#waiters.first; waiter !== null && woken < count; waiter = waiter._next) {
      if (waiter.future?.done() !== false) continue;
      woken += 1;
      waiter.future.set_result(value);
    }
    return woken;
  }

  /** Takes waiters out of the line up to the first that is asleep, and wakes that. */
  shiftAwake(value: T): void {
    for (let waiter = this.#waiters.shift(); waiter !== null; waiter = this.#waiters.shift()) {
      if (waiter.future?.done() !== false) continue;
      waiter.future.set_result(value);
      return;
    }
  }

  /** Takes everybody out, and wakes those that are asleep. */
  shiftAll(value: T): void {
    for (let waiter = this.#waiters.shift(); waiter !== null; waiter = this.#waiters.shift()) {
      if (waiter.future?.done() === false) waiter.future.set_result(value);
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

const NEW = 0;
const EXECUTES = 1;
const WAITS = 2;
const ENDED = 3;

/** What it gives to whoever asks after its end, such as a coroutine that wants to know whether it runs. */
const OVER = { done: true, value: undefined as never } as const;

/**
 * The body of `acquire`, `put`, `get` and their like, which programs await so often that a generator would be dear:
 *
 *     begins ──► over? ──yes──► ends with the value
 *                 ▲ └──no──► waits for its future in the line ──┐
 *                 └───────────────── is woken ──────────────────┘
 *
 * It is one class for all: engines are at their best where few classes come along.
 */
export class Wait<T> extends Waiter implements Iterator<unknown, T, unknown> {
  /** What comes of it; before that, what it brings along. */
  value: T;
  readonly #place: Place<T>;
  #state = NEW;

  constructor(place: Place<T>, value: T) {
    super();
    this.#place = place;
    this.value = value;
  }

  next(): IteratorResult<unknown, T> {
    if (this.#state === ENDED) return OVER;
    if (this.#state === EXECUTES) throw new TypeError('the wait executes already');
    const future = this.future;
    // Who is resumed before its time goes on waiting, as with any future.
    if (future?._state === 'PENDING' && !future._asyncio_future_blocking) return suspendOn(future);
    this.#state = EXECUTES;
    let isOver: boolean;
    try {
      isOver = future === null ? this.#place._begins(this) : this.#goOn(future);
    } catch (error) {
      this.#state = ENDED;
      throw error;
    }
    if (isOver) {
      this.#state = ENDED;
      return { done: true, value: this.value };
    }
    this.#state = WAITS;
    return suspendOn(this.future as Future<unknown>);
  }

  throw(error: unknown): never {
    const hasWaited = this.#state === WAITS;
    this.#state = EXECUTES;
    try {
      if (hasWaited) this.#place._interrupted(this, error);
    } finally {
      this.#state = ENDED;
    }
    throw error;
  }

  return(value: T): IteratorReturnResult<T> {
    this.#state = ENDED;
    return { done: true, value };
  }

  #goOn(future: Future<unknown>): boolean {
    try {
      if (future._state === 'PENDING') throw new RuntimeError("await wasn't used with future");
      future.result();
    } catch (error) {
      this.#place._interrupted(this, error);
      throw error;
    }
    return this.#place._woken(this);
  }
}
