/** `Semaphore` and `BoundedSemaphore`: so many tasks at a time. */
import { ValueError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { isLess } from '../../builtins/ordering.js';
import { str } from '../../builtins/repr.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { Line, Wait } from './line.js';
import { LockManager } from './lock.js';
import { objectRepr } from './mixins.js';

const ACQUIRE = { name: 'acquire', __qualname__: 'Semaphore.acquire' };
const initSpec = signature('Semaphore.__init__(self, value?)');
const boundedInitSpec = signature('BoundedSemaphore.__init__(self, value?)');
const acquireSpec = signature('Semaphore.acquire(self)');
const releaseSpec = signature('Semaphore.release(self)');
const boundedReleaseSpec = signature('BoundedSemaphore.release(self)');

/** The keyword of {@link Semaphore}. @public */
export interface SemaphoreOptions {
  /** How many tasks may hold it at once; by default one. */
  readonly value?: number;
}

/**
 * A semaphore: a counter of permits. `acquire` takes one, and waits if there is none; `release` gives one back. Who
 * came first gets the next.
 *
 * @remarks
 * **Python.** `asyncio.Semaphore`.
 *
 * **Cancellation.** A task that waits leaves the line. If a permit was just given to it, the next one gets it.
 *
 * @example
 * ```ts
 * const two = new asyncio.Semaphore(2);
 * let running = 0;
 * let most = 0;
 * const work = asyncio.coroutine(async () => {
 *   await asyncio.async_with(two, async () => {
 *     most = Math.max(most, ++running);
 *     await asyncio.sleep(0.01);
 *     running--;
 *   });
 * });
 * await asyncio.run(asyncio.coroutine(async () => { await asyncio.gather(work(), work(), work(), work()); }));
 * most; // => 2
 * ```
 *
 * @public
 */
export class Semaphore extends LockManager {
  #value: number;
  readonly #line = new Line<true>();

  /**
   * @param value - How many tasks may hold it at once; also as keyword.
   * @throws ValueError if it is less than 0.
   */
  constructor(value?: number);
  constructor(options: SemaphoreOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const [value] = initSpec.bind(args);
    this.#value = (value === undefined ? 1 : value) as number;
    if (isLess(this.#value, 0)) throw new ValueError('Semaphore initial value must be >= 0');
  }

  /** Whether `acquire` would have to wait. */
  locked(): boolean {
    return this.#value === 0 || (this.#line.length > 0 && this.#line.hasLive());
  }

  /**
   * Takes a permit, and waits for one if there is none.
   *
   * @remarks
   * **Python.** `Semaphore.acquire`.
   *
   * **Cancellation.** Leaves the line. If a permit was just given to the task, the next one gets it.
   *
   * @returns True.
   */
  acquire(): Coroutine<true>;
  acquire(...args: readonly never[]): Coroutine<true> {
    if (args.length > 0) acquireSpec.bind(args);
    return new Wait<true>(this, true, ACQUIRE);
  }

  /** @internal */
  override _takeAtOnce(): boolean {
    return this.acquire === Semaphore.prototype.acquire && this.#take();
  }

  /** @internal */
  _begins(wait: Wait<true>): boolean {
    if (this.#take()) return true;
    this.#line.join(wait, this._get_loop());
    return false;
  }

  /** @internal */
  _woken(wait: Wait<true>): boolean {
    this.#leave(wait);
    return true;
  }

  /** @internal */
  _interrupted(wait: Wait<true>, error: unknown): void {
    const future = wait._awaiting;
    // A permit that it was given, and can't use.
    if (error instanceof CancelledError && future?.done() === true && !future.cancelled()) this.#value += 1;
    this.#leave(wait);
  }

  #take(): boolean {
    if (this.locked()) return false;
    this.#value -= 1;
    return true;
  }

  #leave(wait: Wait<true>): void {
    this.#line.leave(wait);
    // Others may have come who had to stand in line behind it although there were permits.
    while (this.#value > 0 && this.#wakeNext());
  }

  /** Gives a permit back: the first task in line gets it. */
  release(): void;
  release(...args: readonly never[]): void {
    if (args.length > 0) releaseSpec.bind(args);
    this.#value += 1;
    this.#wakeNext();
  }

  #wakeNext(): boolean {
    if (this.#line.wake(1, true) === 0) return false;
    this.#value -= 1;
    return true;
  }

  /** Python's text, such as `<asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>`. */
  __repr__(): string {
    const state = this.locked() ? 'locked' : `unlocked, value:${str(this.#value)}`;
    const waiters = this.#line.length > 0 ? `, waiters:${String(this.#line.length)}` : '';
    const own = this instanceof BoundedSemaphore ? BoundedSemaphore : Semaphore;
    return `${objectRepr(this, own, 'asyncio.locks')} [${state}${waiters}]>`;
  }

  /** How many permits there are. @internal */
  get _value(): number {
    return this.#value;
  }
}

/**
 * A semaphore that refuses to be released more often than it was acquired.
 *
 * @remarks
 * **Python.** `asyncio.BoundedSemaphore`.
 *
 * @example
 * ```ts
 * const one = new asyncio.BoundedSemaphore();
 * let message = '';
 * try {
 *   one.release();
 * } catch (error) {
 *   message = String(error);
 * }
 * message; // => 'BoundedSemaphore released too many times'
 * ```
 *
 * @public
 */
export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  /**
   * @param value - How many tasks may hold it at once; also as keyword.
   * @throws ValueError if it is less than 0.
   */
  constructor(value?: number);
  constructor(options: SemaphoreOptions);
  constructor(...args: readonly unknown[]) {
    super(...(boundedInitSpec.bind(args) as [number?]));
    this.#bound = this._value;
  }

  /**
   * Gives a permit back.
   *
   * @throws ValueError if all permits are there already.
   */
  override release(): void;
  override release(...args: readonly never[]): void {
    if (args.length > 0) boundedReleaseSpec.bind(args);
    if (this._value >= this.#bound) throw new ValueError('BoundedSemaphore released too many times');
    super.release();
  }
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is marked, not called
markCoroutineFunctions(Semaphore.prototype.acquire);
