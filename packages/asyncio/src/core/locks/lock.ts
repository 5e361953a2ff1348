/** `Lock`: one task at a time. */
import { RuntimeError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { canBeAtOnce } from '../statements/at_once.js';
import { Immediate } from '../statements/bodies.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { Line, Wait } from './line.js';
import { LoopBound, objectRepr } from './mixins.js';

/** What a lock is for who enters it as a manager. @internal */
export interface Lockable {
  acquire(): Coroutine<boolean>;
  release(): void;
  /** Takes it if nobody has to be waited for, unless a subclass has an `acquire` of its own. */
  _takeAtOnce(): boolean;
}

// Entering gives nothing, as in Python: a lock has no other use inside.
const ENTERED = { done: true, value: null } as const;

/** The body of `__aenter__`: mostly nobody has to be waited for. */
class Enter implements Iterator<unknown, null, unknown> {
  readonly #lock: Lockable;
  #hasBegun = false;
  #acquiring: Iterator<unknown, boolean, unknown> | null = null;

  constructor(lock: Lockable) {
    this.#lock = lock;
  }

  next(value: unknown): IteratorResult<unknown, null> {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      if (this.#lock._takeAtOnce()) return ENTERED;
      this.#acquiring = this.#lock.acquire()[Symbol.iterator]();
    }
    return this.#acquiring === null ? ENTERED : passOn(this.#acquiring.next(value));
  }

  throw(error: unknown): IteratorResult<unknown, null> {
    this.#hasBegun = true;
    if (this.#acquiring?.throw === undefined) throw error;
    return passOn(this.#acquiring.throw(error));
  }

  return(): IteratorReturnResult<null> {
    this.#hasBegun = true;
    return ENTERED;
  }
}

function passOn(result: IteratorResult<unknown, boolean>): IteratorResult<unknown, null> {
  return result.done === true ? ENTERED : result;
}

/** The body of `__aexit__`, which never waits. */
class Exit implements Iterator<unknown, null, unknown> {
  #lock: Lockable | null;

  constructor(lock: Lockable) {
    this.#lock = lock;
  }

  next(): IteratorReturnResult<null> {
    const lock = this.#lock;
    this.#lock = null;
    lock?.release();
    return ENTERED;
  }

  throw(error: unknown): never {
    this.#lock = null;
    throw error;
  }

  return(): IteratorReturnResult<null> {
    this.#lock = null;
    return ENTERED;
  }
}

const DONE = new Immediate(null);

const AENTER = { name: '__aenter__', __qualname__: '_ContextManagerMixin.__aenter__' };
const AEXIT = { name: '__aexit__', __qualname__: '_ContextManagerMixin.__aexit__' };

const exitSpec = signature('_ContextManagerMixin.__aexit__(self, exc_type, exc, tb)');

/**
 * What locks, conditions and semaphores have in common: `async_with` holds them inside its body.
 *
 * @remarks
 * **Python.** The mixin `_ContextManagerMixin`, which has no public name.
 *
 * @example
 * ```ts
 * const hold = asyncio.coroutine(async (lock: asyncio.LockManager) => {
 *   await asyncio.async_with(lock, async () => await asyncio.sleep(1));
 * });
 * const main = asyncio.coroutine(async () => {
 *   await asyncio.gather(hold(new asyncio.Lock()), hold(new asyncio.Semaphore(2)));
 *   return asyncio.get_running_loop().time();
 * });
 * await asyncio.run(main()); // => 1
 * ```
 *
 * @public
 */
export abstract class LockManager extends LoopBound implements AsyncDisposable {
  /**
   * Takes the lock, and waits for it if need be.
   *
   * @remarks
   * **Cancellation.** A task that waits leaves the line, and holds nothing.
   */
  abstract acquire(): Coroutine<boolean>;

  /** Gives the lock back. */
  abstract release(): void;

  /** @internal */
  abstract _takeAtOnce(): boolean;

  /** Takes the lock, and gives null. */
  __aenter__(): Coroutine<null> {
    return new GeneratorCoroutine(new Enter(this), AENTER);
  }

  /** Gives the lock back. */
  __aexit__(exc_type: unknown, exc: unknown, tb: unknown): Coroutine<null>;
  __aexit__(...args: readonly unknown[]): Coroutine<null> {
    if (args.length !== 3 || args[2] !== null) exitSpec.bind(args);
    return new GeneratorCoroutine(new Exit(this), AEXIT);
  }

  /**
   * Gives the lock back; what `await using` calls.
   *
   * @remarks
   * **Cancellation.** It never waits, so that it is never interrupted.
   */
  [Symbol.asyncDispose](): Coroutine<void> {
    return new GeneratorCoroutine(new Exit(this), AEXIT) as Coroutine<unknown> as Coroutine<void>;
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are spoken of, not called */
canBeAtOnce(LockManager.prototype.__aenter__, (lock: LockManager) => (lock._takeAtOnce() ? DONE : null));
canBeAtOnce(LockManager.prototype.__aexit__, (lock: LockManager) => {
  lock.release();
  return DONE;
});
/* eslint-enable @typescript-eslint/unbound-method */

const ACQUIRE = { name: 'acquire', __qualname__: 'Lock.acquire' };
const initSpec = signature('Lock.__init__(self)');
const acquireSpec = signature('Lock.acquire(self)');
const releaseSpec = signature('Lock.release(self)');

/**
 * A lock: one task holds it, the others wait in line, first come, first served.
 *
 * @remarks
 * **Python.** `asyncio.Lock`. A task that holds the lock and takes it again waits for ever.
 *
 * **Cancellation.** A task that waits for the lock leaves the line. If the lock was just given to it, the next one gets
 * it.
 *
 * @example
 * ```ts
 * const order: string[] = [];
 * const lock = new asyncio.Lock();
 * const work = asyncio.coroutine(async (name: string) => {
 *   await asyncio.async_with(lock, async () => {
 *     order.push(`${name} begins`);
 *     await asyncio.sleep(0.01);
 *     order.push(`${name} ends`);
 *   });
 * });
 * await asyncio.run(asyncio.coroutine(async () => { await asyncio.gather(work('a'), work('b')); }));
 * order; // => ['a begins', 'a ends', 'b begins', 'b ends']
 * ```
 *
 * @public
 */
export class Lock extends LockManager {
  #locked = false;
  readonly #line = new Line<true>();

  constructor();
  constructor(...args: readonly never[]) {
    super();
    if (args.length > 0) initSpec.bind(args);
  }

  /** Whether a task holds the lock. */
  locked(): boolean {
    return this.#locked;
  }

  /**
   * Waits until the lock is free, and takes it.
   *
   * @remarks
   * **Python.** `Lock.acquire`.
   *
   * **Cancellation.** Leaves the line; the lock goes to the next.
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
    return this.acquire === Lock.prototype.acquire && this.#take();
  }

  /** @internal */
  _begins(wait: Wait<true>): boolean {
    if (this.#take()) return true;
    this.#line.join(wait, this._get_loop());
    return false;
  }

  /** @internal */
  _woken(wait: Wait<true>): boolean {
    this.#line.leave(wait);
    return (this.#locked = true);
  }

  /** @internal */
  _interrupted(wait: Wait<true>, error: unknown): void {
    this.#line.leave(wait);
    // It may just have been given to this task, or have come free while others were behind it.
    if (error instanceof CancelledError && !this.#locked) this.#line.wakeFirst(true);
  }

  #take(): boolean {
    if (this.#locked || this.#line.hasLive()) return false;
    return (this.#locked = true);
  }

  /**
   * Gives the lock back: the first task in line takes it.
   *
   * @throws RuntimeError if nobody holds it.
   */
  release(): void;
  release(...args: readonly never[]): void {
    if (args.length > 0) releaseSpec.bind(args);
    if (!this.#locked) throw new RuntimeError('Lock is not acquired.');
    this.#locked = false;
    this.#line.wakeFirst(true);
  }

  /** Python's text, such as `<asyncio.locks.Lock object at 0x… [unlocked]>`. */
  __repr__(): string {
    const state = this.#locked ? 'locked' : 'unlocked';
    const waiters = this.#line.length > 0 ? `, waiters:${String(this.#line.length)}` : '';
    return `${objectRepr(this, Lock, 'asyncio.locks')} [${state}${waiters}]>`;
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(LockManager.prototype.__aenter__, LockManager.prototype.__aexit__, Lock.prototype.acquire);
