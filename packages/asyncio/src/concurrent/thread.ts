/** `ThreadPoolExecutor`, and its kin that says openly what a thread of JavaScript is, `InterpreterPoolExecutor`. */
import { signature } from '../builtins/arguments.js';
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { markInstances, markPools, THREAD_POOL } from '../host/concurrent_marks.js';
import { boundToLoop } from './bound_call.js';
import { workers, type Call } from '../host/workers.js';
import { BrokenExecutor } from './errors.js';
import { Executor, shutdownSpec, type ShutdownOptions } from './executor.js';
import type { Future } from './future.js';
import { WorkQueue } from './work_queue.js';

/**
 * A pool of threads can't go on: the initializer of a thread has failed, or a thread has ended in the middle of its
 * work.
 *
 * @remarks
 * **Python.** `concurrent.futures.thread.BrokenThreadPool`, since 3.7. There a thread can't end so; here
 * `process.exit()` ends it, or an error that nobody catches.
 *
 * @example
 * ```ts node real-time
 * const pool = new asyncio.concurrent.ThreadPoolExecutor({ max_workers: 1 });
 * const error: unknown = await pool.submit(() => process.exit(1)).result().catch((error: unknown) => error);
 * error instanceof asyncio.concurrent.BrokenThreadPool; // => true
 * ```
 *
 * @public
 */
export class BrokenThreadPool extends BrokenExecutor {}

/**
 * A pool of interpreters can't go on; as {@link BrokenThreadPool}.
 *
 * @remarks
 * **Python.** `concurrent.futures.interpreter.BrokenInterpreterPool`, since 3.14.
 *
 * @example
 * ```ts
 * const { BrokenInterpreterPool, BrokenThreadPool } = asyncio.concurrent;
 * new BrokenInterpreterPool() instanceof BrokenThreadPool; // => true
 * ```
 *
 * @public
 */
export class BrokenInterpreterPool extends BrokenThreadPool {}

/** The keywords of {@link ThreadPoolExecutor}. @public */
export interface ThreadPoolOptions {
  /** How many threads there may be; by default four more than the machine runs at once, but no more than 32. */
  readonly max_workers?: number | null | undefined;
  /** What the names of the threads begin with; {@link current_thread} tells the name. */
  readonly thread_name_prefix?: string;
  /** Called in each thread before anything else. */
  readonly initializer?: ((...args: never[]) => unknown) | null | undefined;
  /** Its arguments. */
  readonly initargs?: Iterable<unknown>;
}

const spec = signature('ThreadPoolExecutor.__init__(self, max_workers?, thread_name_prefix?, initializer?, initargs?)');

/** The initializer with its arguments, checked as CPython does; null if there is none. */
export function toInitializer(initializer: unknown, initargs: unknown): Call | null {
  if (initializer === null || initializer === undefined) return null;
  if (typeof initializer !== 'function') throw new TypeError('initializer must be a callable');
  return { fn: initializer as Call['fn'], args: [...((initargs ?? []) as Iterable<unknown>)] };
}

const INITIALIZER_FAILED = 'A thread initializer failed, the thread pool is not usable anymore';

let poolCount = 0;

/**
 * Calls functions in threads.
 *
 * A thread is made when there is work and none is idle, up to `max_workers`. It has memory of its own: arguments and
 * results are copied as `structuredClone` does it, or moved ({@link transfer}), and a `SharedArrayBuffer` is shared.
 * Errors of the library arrive as what they are, with arguments, notes and cause.
 *
 * A function goes there in one of two ways. One that a module says to be {@link importable} is found in its module. Any
 * other goes as its text, and so must be self-contained: it may use its arguments and the globals of the host, and
 * nothing around it. What it returns may be a promise or a coroutine, which is then awaited there.
 *
 * Idle threads don't keep the process alive; work that has been submitted does. In browsers there are no threads for
 * the library yet: the constructor raises `NotImplementedError`.
 *
 * @remarks
 * **Python.** `concurrent.futures.ThreadPoolExecutor`, whose threads share all memory.
 *
 * **Cancellation.** What has begun can't be interrupted. What hasn't, is cancelled by its future.
 *
 * @example
 * ```ts node real-time
 * const pool = new asyncio.concurrent.ThreadPoolExecutor({ max_workers: 2 });
 * const squares: number[] = [];
 * for await (const square of pool.map((x: number) => x * x, [1, 2, 3])) squares.push(square);
 * await pool.shutdown();
 * squares; // => [1, 4, 9]
 * ```
 *
 * @public
 */
export class ThreadPoolExecutor extends Executor {
  /** What its errors are instances of when it is broken. */
  static readonly BROKEN: new (...args: unknown[]) => BrokenThreadPool = BrokenThreadPool;

  readonly #queue: WorkQueue;

  /**
   * @param max_workers - How many threads there may be; also as keyword, as are the following.
   * @param thread_name_prefix - What their names begin with.
   * @param initializer - Called in each thread before anything else.
   * @param initargs - The arguments of the initializer.
   * @throws ValueError or TypeError for what these can't be.
   */
  constructor(
    max_workers?: number | null,
    thread_name_prefix?: string,
    initializer?: ((...args: never[]) => unknown) | null,
    initargs?: Iterable<unknown>,
  );
  constructor(
    max_workers: number | null | undefined,
    thread_name_prefix: string | undefined,
    initializer: ((...args: never[]) => unknown) | null | undefined,
    options: ThreadPoolOptions,
  );
  constructor(
    max_workers: number | null | undefined,
    thread_name_prefix: string | undefined,
    options: ThreadPoolOptions,
  );
  constructor(max_workers: number | null | undefined, options: ThreadPoolOptions);
  constructor(options: ThreadPoolOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const [given, prefix, initializer, initargs] = spec.bind(args) as [
      number | null | undefined,
      string | undefined,
      unknown,
      unknown,
    ];
    const size = given ?? Math.min(32, workers().parallelism + 4);
    if (size <= 0) throw new ValueError('max_workers must be greater than 0');
    const setUp = toInitializer(initializer, initargs);
    this.#queue = new WorkQueue(
      {
        kind: 'thread',
        size,
        prefix: prefix === undefined || prefix === '' ? `ThreadPoolExecutor-${String(poolCount++)}` : prefix,
        initializer: setUp,
        tasksPerWorker: null,
      },
      {
        Broken: new.target.BROKEN,
        initializerFailed: [INITIALIZER_FAILED, INITIALIZER_FAILED],
        died: 'A thread terminated abruptly, the thread pool is not usable anymore',
        interrupted: 'A thread in the thread pool was terminated abruptly while the future was running or pending.',
      },
    );
  }

  /**
   * Arranges for the call of a function in a thread.
   *
   * @param fn - The function: importable, or self-contained.
   * @param args - Its arguments, of which a plain object at the end is one too.
   * @returns The future of its result.
   * @throws BrokenThreadPool if the pool is broken, RuntimeError if it was shut down. What is wrong with the function
   *   or its arguments, the future raises.
   */
  override submit<Args extends unknown[], T>(fn: (...args: Args) => T | PromiseLike<T>, ...args: Args): Future<T> {
    return this.#queue.submit(fn, args) as Future<T>;
  }

  /**
   * Takes no more work, and ends the threads when they have done what was submitted.
   *
   * @remarks
   * **Python.** `ThreadPoolExecutor.shutdown`, which blocks. Here what a thread still does after its functions have
   * returned, such as a timer, ends with it.
   *
   * **Cancellation.** As of {@link Executor.shutdown}.
   *
   * @param wait - Whether to wait for that; also as keyword, with `cancel_futures`.
   * @returns A promise that is settled when that is so; without `wait` it is settled already.
   */
  override shutdown(wait?: boolean, options?: Pick<ShutdownOptions, 'cancel_futures'>): Promise<void>;
  override shutdown(options: ShutdownOptions): Promise<void>;
  override shutdown(...args: readonly unknown[]): Promise<void> {
    const [wait, cancelFutures] = shutdownSpec.bind(args);
    const closed = this.#queue.shutdown(cancelFutures === true);
    return wait === false ? Promise.resolve() : closed;
  }
}

markPools(ThreadPoolExecutor, boundToLoop);
markInstances(ThreadPoolExecutor, THREAD_POOL);

/**
 * Calls functions in interpreters of their own, one per thread, which is what threads are here: the same as
 * {@link ThreadPoolExecutor}, under the name that promises no more than that.
 *
 * @remarks
 * **Python.** `concurrent.futures.InterpreterPoolExecutor`, since 3.14. As there, an interpreter shares no objects with
 * others.
 *
 * **Cancellation.** As of {@link ThreadPoolExecutor}.
 *
 * @example
 * ```ts node real-time
 * const pool = new asyncio.concurrent.InterpreterPoolExecutor(1);
 * const future = pool.submit((word: string) => word.toUpperCase(), 'apart');
 * await pool.shutdown();
 * await future.result(); // => 'APART'
 * ```
 *
 * @public
 */
export class InterpreterPoolExecutor extends ThreadPoolExecutor {
  /** What its errors are instances of when it is broken. */
  static override readonly BROKEN: new (...args: unknown[]) => BrokenInterpreterPool = BrokenInterpreterPool;
}
