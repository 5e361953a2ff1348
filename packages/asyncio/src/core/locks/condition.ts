/** `Condition`: a lock whose holder may wait to be told of a change. */
import { RuntimeError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { isTrue } from '../../builtins/truth.js';
import type { Gen } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { Line, PlainWaiter } from './line.js';
import { Lock, LockManager } from './lock.js';
import { objectRepr } from './mixins.js';

const WAIT = { name: 'wait', __qualname__: 'Condition.wait' };
const WAIT_FOR = { name: 'wait_for', __qualname__: 'Condition.wait_for' };
const initSpec = signature('Condition.__init__(self, lock?)');
const waitSpec = signature('Condition.wait(self)');
const waitForSpec = signature('Condition.wait_for(self, predicate)');
const notifySpec = signature('Condition.notify(self, n?)');

/** The keyword of {@link Condition}. @public */
export interface ConditionOptions {
  /** The lock; by default one of its own. */
  readonly lock?: Lock | null | undefined;
}

/**
 * A condition: tasks wait, with a lock in hand that is free while they wait, until another one tells them of a change.
 *
 * @remarks
 * **Python.** `asyncio.Condition`. Several conditions may share a lock.
 *
 * **Cancellation.** A waiting task takes the lock again before it ends with the `CancelledError`. If it had been
 * notified already, another one is.
 *
 * @example
 * ```ts
 * const items: string[] = [];
 * const changed = new asyncio.Condition();
 * const consumer = asyncio.coroutine(async () =>
 *   await asyncio.async_with(changed, async () => {
 *     await changed.wait_for(() => items.length > 0);
 *     return items.pop();
 *   }),
 * );
 * const producer = asyncio.coroutine(async () => {
 *   await asyncio.async_with(changed, () => {
 *     items.push('item');
 *     changed.notify();
 *   });
 * });
 * const main = asyncio.coroutine(async () => (await asyncio.gather(consumer(), producer()))[0]);
 * await asyncio.run(main()); // => 'item'
 * ```
 *
 * @public
 */
export class Condition extends LockManager {
  readonly #lock: Lock;
  readonly #line = new Line<false>();

  /**
   * @param lock - The lock; by default one of its own. Also as keyword.
   */
  constructor(lock?: Lock | null);
  constructor(options: ConditionOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const [lock] = initSpec.bind(args);
    this.#lock = (lock as Lock | null | undefined) ?? new Lock();
  }

  /** Whether a task holds the lock. */
  locked(): boolean {
    return this.#lock.locked();
  }

  /**
   * Takes the lock.
   *
   * @remarks
   * **Python.** `Condition.acquire`.
   *
   * **Cancellation.** Leaves the line; the lock goes to the next.
   */
  acquire(): Coroutine<boolean>;
  acquire(...args: readonly never[]): Coroutine<boolean> {
    return this.#lock.acquire(...(args as []));
  }

  /** @internal */
  override _takeAtOnce(): boolean {
    return this.acquire === Condition.prototype.acquire && this.#lock._takeAtOnce();
  }

  /** Gives the lock back. */
  release(): void;
  release(...args: readonly never[]): void {
    this.#lock.release(...(args as []));
  }

  /**
   * Gives the lock back, waits to be notified, and takes the lock again.
   *
   * @remarks
   * **Python.** `Condition.wait`.
   *
   * **Cancellation.** The lock is taken again before the `CancelledError` is raised, however long that takes. If the
   * task had been notified, the notification goes to the next who waits.
   *
   * @returns True.
   * @throws RuntimeError if nobody holds the lock.
   */
  wait(): Coroutine<true>;
  wait(...args: readonly never[]): Coroutine<true> {
    if (args.length > 0) waitSpec.bind(args);
    return new GeneratorCoroutine(this.#wait(), WAIT);
  }

  *#wait(): Gen<true> {
    if (!this.locked()) throw new RuntimeError('cannot wait on un-acquired lock');
    const waiter = new PlainWaiter();
    const future = this.#line.join(waiter, this._get_loop());
    try {
      try {
        this.release();
        yield* future;
      } finally {
        this.#line.leave(waiter);
        yield* this.#acquireAgain();
      }
      return true;
    } catch (error) {
      // It may have been notified, and can't act on it: somebody else is to.
      this.#line.wake(1, false);
      throw error;
    }
  }

  /** Takes the lock whatever happens; the last cancellation that comes meanwhile is raised when it is taken. */
  *#acquireAgain(): Gen<void> {
    let cancelled: CancelledError | null = null;
    for (;;) {
      try {
        yield* this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancelled = error;
      }
    }
    if (cancelled !== null) throw cancelled;
  }

  /**
   * Waits until the predicate is true, which is asked at once and after each notification.
   *
   * @remarks
   * **Python.** `Condition.wait_for`.
   *
   * **Cancellation.** As of {@link Condition.wait}: it is raised with the lock held.
   *
   * @param predicate - A function of no arguments; the lock is held while it is asked.
   * @returns The predicate's value.
   */
  wait_for<T>(predicate: () => T): Coroutine<T>;
  wait_for<T>(options: { readonly predicate: () => T }): Coroutine<T>;
  wait_for(...args: readonly unknown[]): Coroutine<never> {
    const [predicate] = waitForSpec.bind(args);
    return new GeneratorCoroutine(this.#waitFor(predicate as () => unknown), WAIT_FOR) as Coroutine<unknown> as never;
  }

  *#waitFor(predicate: () => unknown): Gen<unknown> {
    let value = predicate();
    while (!isTrue(value)) {
      yield* this.wait();
      value = predicate();
    }
    return value;
  }

  /**
   * Wakes tasks that wait; they go on when they get the lock.
   *
   * @param n - How many, the longest waiting first; also as keyword.
   * @throws RuntimeError if nobody holds the lock.
   */
  notify(n?: number): void;
  notify(options: { readonly n?: number }): void;
  notify(...args: readonly unknown[]): void {
    const [n] = notifySpec.bind(args);
    if (!this.locked()) throw new RuntimeError('cannot notify on un-acquired lock');
    this.#line.wake((n ?? 1) as number, false);
  }

  /**
   * Wakes all tasks that wait.
   *
   * @throws RuntimeError if nobody holds the lock.
   */
  notify_all(): void {
    this.notify(this.#line.length);
  }

  /** Python's text, such as `<asyncio.locks.Condition object at 0x… [unlocked]>`. */
  __repr__(): string {
    const state = this.locked() ? 'locked' : 'unlocked';
    const waiters = this.#line.length > 0 ? `, waiters:${String(this.#line.length)}` : '';
    return `${objectRepr(this, Condition, 'asyncio.locks')} [${state}${waiters}]>`;
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(Condition.prototype.wait, Condition.prototype.wait_for, Condition.prototype.acquire);
