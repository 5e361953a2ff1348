/** `Lock`: one task at a time. */
import { RuntimeError } from '../builtins/exceptions.js';
import { signature } from '../builtins/arguments.js';
import type { Gen } from './awaitable.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';
import { CancelledError } from './exceptions.js';
import { markCoroutineFunctions } from './function_kinds.js';
import { Line, LoopBound, objectRepr } from './mixins.js';

/** What a lock is for who enters it as a manager. @internal */
export interface Lockable {
  acquire(): Coroutine<boolean>;
  release(): void;
}

function* enter(lock: Lockable): Gen<null> {
  yield* lock.acquire();
  // Entering gives nothing, as in Python: a lock has no other use inside.
  return null;
}

// eslint-disable-next-line require-yield -- nothing has to be waited for
function* exit(lock: Lockable): Gen<null> {
  lock.release();
  return null;
}

const AENTER = { name: '__aenter__', __qualname__: '_ContextManagerMixin.__aenter__' };
const AEXIT = { name: '__aexit__', __qualname__: '_ContextManagerMixin.__aexit__' };

const exitSpec = signature('_ContextManagerMixin.__aexit__', {
  positional: ['exc_type', 'exc', 'tb'],
  required: 3,
  method: true,
});

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

  /** Takes the lock, and gives null. */
  __aenter__(): Coroutine<null> {
    return new GeneratorCoroutine(enter(this), AENTER);
  }

  /** Gives the lock back. */
  __aexit__(exc_type: unknown, exc: unknown, tb: unknown): Coroutine<null>;
  __aexit__(...args: readonly unknown[]): Coroutine<null> {
    exitSpec.bind(args);
    return new GeneratorCoroutine(exit(this), AEXIT);
  }

  /**
   * Gives the lock back; what `await using` calls.
   *
   * @remarks
   * **Cancellation.** It never waits, so that it is never interrupted.
   */
  [Symbol.asyncDispose](): Coroutine<void> {
    return new GeneratorCoroutine(exit(this), AEXIT) as Coroutine<unknown> as Coroutine<void>;
  }
}

const ACQUIRE = { name: 'acquire', __qualname__: 'Lock.acquire' };
const initSpec = signature('Lock.__init__', { method: true });
const acquireSpec = signature('Lock.acquire', { method: true });
const releaseSpec = signature('Lock.release', { method: true });

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
    return new GeneratorCoroutine(this.#acquire(), ACQUIRE);
  }

  *#acquire(): Gen<true> {
    const line = this.#line;
    if (!this.#locked && !line.hasLive()) {
      this.#locked = true;
      return true;
    }
    const waiter = line.join(this._get_loop());
    try {
      yield* waiter.future;
    } catch (error) {
      line.leave(waiter);
      // It may just have been given to this task, or have come free while others were behind it.
      if (error instanceof CancelledError && !this.#locked) line.wakeFirst(true);
      throw error;
    }
    line.leave(waiter);
    this.#locked = true;
    return true;
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
