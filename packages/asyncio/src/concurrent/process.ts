/** `ProcessPoolExecutor`. */
import { signature } from '../builtins/arguments.js';
import { NotImplementedError, TypeError, ValueError } from '../builtins/exceptions.js';
import { markPools } from '../host/concurrent_marks.js';
import { boundToLoop } from './bound_call.js';
import { workers } from '../host/workers.js';
import { BrokenExecutor } from './errors.js';
import { Executor, shutdownSpec, type MapOptions, type ShutdownOptions } from './executor.js';
import type { Future } from './future.js';
import { toInitializer } from './thread.js';
import { WorkQueue } from './work_queue.js';

/**
 * A pool of processes can't go on: a process has ended in the middle of its work.
 *
 * @remarks
 * **Python.** `concurrent.futures.process.BrokenProcessPool`, since 3.3.
 *
 * @example
 * ```ts node real-time
 * const pool = new asyncio.concurrent.ProcessPoolExecutor({ max_workers: 1 });
 * const error: unknown = await pool.submit(() => process.exit(1)).result().catch((error: unknown) => error);
 * error instanceof asyncio.concurrent.BrokenProcessPool; // => true
 * ```
 *
 * @public
 */
export class BrokenProcessPool extends BrokenExecutor {}

/** The keywords of {@link ProcessPoolExecutor}. @public */
export interface ProcessPoolOptions {
  /** How many processes there may be; by default as many as the machine runs at once. */
  readonly max_workers?: number | null | undefined;
  /** How Python starts processes; here only null. */
  readonly mp_context?: null | undefined;
  /** Called in each process before anything else. */
  readonly initializer?: ((...args: never[]) => unknown) | null | undefined;
  /** Its arguments. */
  readonly initargs?: Iterable<unknown>;
  /** After how many calls a process is replaced by a new one; by default never. */
  readonly max_tasks_per_child?: number | null | undefined;
}

const spec = signature(
  'ProcessPoolExecutor.__init__(self, max_workers?, mp_context?, initializer?, initargs?, *, max_tasks_per_child)',
);

const DIED = 'A child process terminated abruptly, the process pool is not usable anymore';
const INTERRUPTED = 'A process in the process pool was terminated abruptly while the future was running or pending.';

function checkTasks(given: number | null | undefined): number | null {
  if (given === null || given === undefined) return null;
  if (!Number.isInteger(given)) throw new TypeError('max_tasks_per_child must be an integer');
  if (given <= 0) throw new ValueError('max_tasks_per_child must be >= 1');
  return given;
}

/**
 * Calls functions in processes of their own: what crashes there, or is killed, takes nothing else with it.
 *
 * Functions, arguments and results go there as to a {@link ThreadPoolExecutor}, but nothing can be shared or moved, and
 * starting a process takes longer. If memory of its own isn't needed, threads are the better choice. In browsers the
 * constructor raises `NotImplementedError`.
 *
 * @remarks
 * **Python.** `concurrent.futures.ProcessPoolExecutor`. Its processes are started as by `spawn`: none inherits what
 * this one has loaded.
 *
 * **Cancellation.** What has begun goes on to its end; what hasn't, is cancelled by its future. Python counts one call
 * more than there are processes as begun, here exactly those count that are.
 *
 * @example
 * ```ts node real-time
 * const pool = new asyncio.concurrent.ProcessPoolExecutor(1);
 * const future = pool.submit((text: string) => [text.length, process.pid] as const, 'abc');
 * await pool.shutdown();
 * const [length, id] = await future.result();
 * [length, id === process.pid]; // => [3, false]
 * ```
 *
 * @public
 */
export class ProcessPoolExecutor extends Executor {
  readonly #queue: WorkQueue;

  /**
   * @param max_workers - How many processes there may be; also as keyword, as are the following.
   * @param mp_context - Only null.
   * @param initializer - Called in each process before anything else.
   * @param initargs - The arguments of the initializer. Then, as keyword, `max_tasks_per_child`.
   * @throws ValueError or TypeError for what these can't be; NotImplementedError for an `mp_context`.
   */
  constructor(
    max_workers?: number | null,
    mp_context?: null,
    initializer?: ((...args: never[]) => unknown) | null,
    initargs?: Iterable<unknown>,
    options?: Pick<ProcessPoolOptions, 'max_tasks_per_child'>,
  );
  constructor(
    max_workers: number | null | undefined,
    mp_context: null | undefined,
    initializer: ((...args: never[]) => unknown) | null | undefined,
    options: ProcessPoolOptions,
  );
  constructor(max_workers: number | null | undefined, mp_context: null | undefined, options: ProcessPoolOptions);
  constructor(max_workers: number | null | undefined, options: ProcessPoolOptions);
  constructor(options: ProcessPoolOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const [given, context, initializer, initargs, tasks] = spec.bind(args) as [
      number | null | undefined,
      unknown,
      unknown,
      unknown,
      number | null | undefined,
    ];
    const size = given ?? workers().parallelism;
    if (size <= 0) throw new ValueError('max_workers must be greater than 0');
    if (context !== null && context !== undefined) {
      throw new NotImplementedError('mp_context: the host has one way to start a process, that of spawn');
    }
    const setUp = toInitializer(initializer, initargs);
    this.#queue = new WorkQueue(
      { kind: 'process', size, prefix: 'SpawnProcess', initializer: setUp, tasksPerWorker: checkTasks(tasks) },
      {
        Broken: BrokenProcessPool,
        // A process that can't be set up ends, and CPython knows no more of it than that.
        initializerFailed: [DIED, INTERRUPTED],
        died: DIED,
        interrupted: INTERRUPTED,
      },
    );
  }

  /**
   * Arranges for the call of a function in a process.
   *
   * @param fn - The function: importable, or self-contained.
   * @param args - Its arguments, of which a plain object at the end is one too.
   * @returns The future of its result.
   * @throws BrokenProcessPool if the pool is broken, RuntimeError if it was shut down. What is wrong with the function
   *   or its arguments, the future raises.
   */
  override submit<Args extends unknown[], T>(fn: (...args: Args) => T | PromiseLike<T>, ...args: Args): Future<T> {
    return this.#queue.submit(fn, args) as Future<T>;
  }

  /**
   * As {@link Executor.map}. `chunksize` says how many calls go to a process at once in Python; here each goes alone.
   *
   * @param fn - The function: importable, or self-contained.
   * @param iterables - As many as it takes arguments; then, as keywords, `timeout`, `chunksize`, `buffersize`.
   * @returns An asynchronous iterator.
   * @throws ValueError if `chunksize` is less than 1.
   */
  override map<A, T>(
    fn: (a: A) => T | PromiseLike<T>,
    a: Iterable<A>,
    options?: MapOptions,
  ): AsyncIterableIterator<T, void>;
  override map<A, B, T>(
    fn: (a: A, b: B) => T | PromiseLike<T>,
    a: Iterable<A>,
    b: Iterable<B>,
    options?: MapOptions,
  ): AsyncIterableIterator<T, void>;
  override map<T>(
    fn: (...args: never[]) => T | PromiseLike<T>,
    ...iterables: [...Iterable<unknown>[], MapOptions]
  ): AsyncIterableIterator<T, void>;
  override map<T>(
    fn: (...args: never[]) => T | PromiseLike<T>,
    ...iterables: Iterable<unknown>[]
  ): AsyncIterableIterator<T, void>;
  override map(...args: [(...args: never[]) => unknown, ...unknown[]]): AsyncIterableIterator<unknown, void> {
    const last = args[args.length - 1] as MapOptions | undefined;
    if (last?.chunksize !== undefined && last.chunksize < 1) throw new ValueError('chunksize must be >= 1.');
    return super.map(...(args as unknown as Parameters<Executor['map']>));
  }

  /**
   * Takes no more work, and ends the processes when they have done what was submitted.
   *
   * @remarks
   * **Python.** `ProcessPoolExecutor.shutdown`, which blocks.
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

  /**
   * Ends the processes by SIGTERM, whatever they do. Futures of what they do raise {@link BrokenProcessPool}, the
   * others are cancelled.
   *
   * @remarks
   * **Python.** `ProcessPoolExecutor.terminate_workers`, since 3.14.
   */
  terminate_workers(): void {
    this.#queue.kill('SIGTERM');
  }

  /**
   * Ends the processes by SIGKILL, which none can refuse; otherwise as {@link ProcessPoolExecutor.terminate_workers}.
   *
   * @remarks
   * **Python.** `ProcessPoolExecutor.kill_workers`, since 3.14.
   */
  kill_workers(): void {
    this.#queue.kill('SIGKILL');
  }
}

markPools(ProcessPoolExecutor, boundToLoop);
