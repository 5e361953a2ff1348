/** What locks and queues have in common: they belong to the loop in which they first had to wait. */
import { RuntimeError } from '../builtins/exceptions.js';
import { LinkedList, type LinkedItem } from '../builtins/linked.js';
import { address, installRepr, repr } from '../builtins/repr.js';
import type { AbstractEventLoop } from './events.js';
import type { Future } from './futures.js';
import { get_running_loop } from './policies.js';

/**
 * What belongs to a loop from its first wait on: locks, queues.
 *
 * @remarks
 * **Python.** The mixin `_LoopBoundMixin`, which has no public name. Since 3.10 such an object takes its loop when it
 * first has to wait, and may be made before there is any.
 *
 * @example
 * ```ts
 * const event = new asyncio.Event();
 * const wait = asyncio.coroutine(async () => await asyncio.wait_for(event.wait(), 1));
 * await asyncio.run(wait()).catch((error: unknown) => error instanceof asyncio.TimeoutError); // => true
 * await asyncio.run(wait()).catch((error: unknown) => error instanceof asyncio.RuntimeError); // => true
 * ```
 *
 * @public
 */
export class LoopBound {
  #loop: AbstractEventLoop | null = null;

  /** The running loop, which is to be the same each time. @internal */
  _get_loop(): AbstractEventLoop {
    const loop = get_running_loop();
    this.#loop ??= loop;
    if (this.#loop !== loop) throw new RuntimeError(`${repr(this)} is bound to a different event loop`);
    return loop;
  }
}

installRepr(LoopBound);

/** Python's own text of an object of a class of the library; that of a subclass names no module. */
export function objectRepr(object: object, own: abstract new (...args: never[]) => unknown, module: string): string {
  const type = object.constructor;
  return `<${type === own ? `${module}.` : ''}${type.name} object at ${address(object)}`;
}

/** Who waits in line. */
export class Waiter<T> implements LinkedItem<Waiter<T>> {
  _previous: Waiter<T> | null = null;
  _next: Waiter<T> | null = null;
  readonly future: Future<T>;

  constructor(future: Future<T>) {
    this.future = future;
  }
}

/** A line of waiters. One leaves it, from wherever it stands, in constant time. */
export class Line<T> {
  readonly #waiters = new LinkedList<Waiter<T>>();

  /** How many stand in line, those included that were woken and have not run yet. */
  get length(): number {
    return this.#waiters.length;
  }

  /** Joins the line. */
  join(loop: AbstractEventLoop): Waiter<T> {
    const waiter = new Waiter<T>(loop.create_future<T>());
    this.#waiters.append(waiter);
    return waiter;
  }

  /** Leaves the line; nothing happens if the waiter has left already. */
  leave(waiter: Waiter<T>): void {
    this.#waiters.remove(waiter);
  }

  /** Whether somebody is in line whose wait was not cancelled. */
  hasLive(): boolean {
    for (let waiter = this.#waiters.first; waiter !== null; waiter = waiter._next) {
      if (!waiter.future.cancelled()) return true;
    }
    return false;
  }

  /** Wakes the first, if it is asleep. */
  wakeFirst(value: T): void {
    const first = this.#waiters.first;
    if (first?.future.done() === false) first.future.set_result(value);
  }

  /** Wakes the first so many of those that are asleep; how many there were. */
  wake(count: number, value: T): number {
    let woken = 0;
    for (let waiter = this.#waiters.first; waiter !== null && woken < count; waiter = waiter._next) {
      if (waiter.future.done()) continue;
      woken += 1;
      waiter.future.set_result(value);
    }
    return woken;
  }

  /** Takes waiters out of the line up to the first that is asleep, and wakes that. */
  shiftAwake(value: T): void {
    for (let waiter = this.#waiters.shift(); waiter !== null; waiter = this.#waiters.shift()) {
      if (waiter.future.done()) continue;
      waiter.future.set_result(value);
      return;
    }
  }

  /** Takes everybody out, and wakes those that are asleep. */
  shiftAll(value: T): void {
    for (let waiter = this.#waiters.shift(); waiter !== null; waiter = this.#waiters.shift()) {
      if (!waiter.future.done()) waiter.future.set_result(value);
    }
  }
}
