/** `Executor`: what does work elsewhere. */
import { signature } from '../builtins/arguments.js';
import { NotImplementedError, TypeError, ValueError } from '../builtins/exceptions.js';
import { defaultHost } from '../host/registry.js';
import type { Future } from './future.js';

/** The keywords of {@link Executor.map}. @public */
export interface MapOptions {
  /** Seconds from the call on within which all results have to be there; by default there is no limit. */
  readonly timeout?: number | null | undefined;
  /** How many calls go to a process at once; executors of other kinds don't care. */
  readonly chunksize?: number;
  /** How many calls may be submitted and not yet given; by default all are submitted at once. */
  readonly buffersize?: number | null | undefined;
}

/** The keywords of {@link Executor.shutdown}. @public */
export interface ShutdownOptions {
  /** Whether to wait until the work that was submitted is done; by default it does. */
  readonly wait?: boolean;
  /** Cancels the work that has not begun. */
  readonly cancel_futures?: boolean;
}

const mapSpec = signature('Executor.map(self, fn, *args, timeout, chunksize, buffersize)');

/** The parameters of `shutdown`. */
export const shutdownSpec: ReturnType<typeof signature> = signature(
  'Executor.shutdown(self, wait?, *, cancel_futures)',
);

function* zip(iterables: readonly Iterable<unknown>[]): Generator<unknown[], undefined> {
  const iterators = iterables.map((iterable) => iterable[Symbol.iterator]());
  while (iterators.length > 0) {
    const items: unknown[] = [];
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done === true) return;
      items.push(next.value);
    }
    yield items;
  }
}

/** Gives the results in order; who leaves early cancels the rest. */
async function* results<T>(
  futures: Future<T>[],
  deadline: number | null,
  submitNext: () => Future<T> | null,
): AsyncGenerator<T, void> {
  try {
    for (let future = futures.shift(); future !== undefined; future = futures.shift()) {
      const more = submitNext();
      if (more !== null) futures.push(more);
      try {
        yield await future.result(deadline === null ? null : deadline - defaultHost().now());
      } finally {
        future.cancel();
      }
    }
  } finally {
    for (const future of futures) future.cancel();
  }
}

/**
 * What does work elsewhere. To be subclassed: `submit` makes a future for a call, and sees to it that the call is made.
 *
 * @remarks
 * **Python.** `concurrent.futures.Executor`.
 *
 * @example
 * ```ts
 * const { Executor, Future } = asyncio.concurrent;
 * class Local extends Executor {
 *   override submit<A extends unknown[], T>(fn: (...args: A) => T | PromiseLike<T>, ...args: A) {
 *     const future = new Future<T>();
 *     void Promise.resolve(fn(...args)).then((result) => future.set_result(result));
 *     return future;
 *   }
 * }
 * const squares: number[] = [];
 * for await (const square of new Local().map((x: number) => x * x, [1, 2, 3])) squares.push(square);
 * squares; // => [1, 4, 9]
 * ```
 *
 * @public
 */
export class Executor implements AsyncDisposable {
  /**
   * Arranges for the call of a function.
   *
   * @param fn - The function.
   * @param args - Its arguments.
   * @throws NotImplementedError if the subclass has no way to do it.
   */
  submit<Args extends unknown[], T>(fn: (...args: Args) => T | PromiseLike<T>, ...args: Args): Future<T> {
    void fn;
    void args;
    throw new NotImplementedError();
  }

  /**
   * Arranges for the calls of a function with the items of iterables, side by side, and gives the results in order.
   *
   * @param fn - The function.
   * @param iterables - As many as it takes arguments; the shortest counts. Then, as keywords, `timeout`, `chunksize`,
   *   `buffersize`.
   * @returns An asynchronous iterator. Leaving it early cancels what has not begun.
   * @throws TimeoutError, and what the function raises, from the iteration.
   */
  map<A, T>(fn: (a: A) => T | PromiseLike<T>, a: Iterable<A>, options?: MapOptions): AsyncIterableIterator<T, void>;
  map<A, B, T>(
    fn: (a: A, b: B) => T | PromiseLike<T>,
    a: Iterable<A>,
    b: Iterable<B>,
    options?: MapOptions,
  ): AsyncIterableIterator<T, void>;
  map<T>(
    fn: (...args: never[]) => T | PromiseLike<T>,
    ...iterables: [...Iterable<unknown>[], MapOptions]
  ): AsyncIterableIterator<T, void>;
  map<T>(
    fn: (...args: never[]) => T | PromiseLike<T>,
    ...iterables: Iterable<unknown>[]
  ): AsyncIterableIterator<T, void>;
  map(...args: readonly unknown[]): AsyncIterableIterator<unknown, void> {
    const [fn, iterables, timeout, , buffersize] = mapSpec.bind(args) as [
      (...args: unknown[]) => unknown,
      Iterable<unknown>[],
      number | null | undefined,
      unknown,
      number | null | undefined,
    ];
    const limit = buffersize ?? null;
    if (limit !== null && !Number.isInteger(limit)) throw new TypeError('buffersize must be an integer or None');
    if (limit !== null && limit < 1) throw new ValueError('buffersize must be None or > 0');
    const host = defaultHost();
    const deadline = timeout === null || timeout === undefined ? null : host.now() + timeout;
    const calls = zip(iterables);
    const submitNext = (): Future<unknown> | null => {
      const next = calls.next();
      return next.done === true ? null : this.submit(fn, ...next.value);
    };
    const futures: Future<unknown>[] = [];
    while (limit === null || futures.length < limit) {
      const future = submitNext();
      if (future === null) break;
      futures.push(future);
    }
    return results(futures, deadline, submitNext);
  }

  /**
   * Takes no more work, and frees what the executor holds. The base class holds nothing and does nothing.
   *
   * @remarks
   * **Python.** `Executor.shutdown`, which blocks.
   *
   * **Cancellation.** Nobody can cancel the promise. Work that has begun is always finished; with `cancel_futures` the
   * futures of the rest are cancelled.
   *
   * @param wait - Whether to wait until the work that was submitted is done; also as keyword, with `cancel_futures`.
   * @returns A promise that is settled when that is so.
   */
  shutdown(wait?: boolean, options?: Pick<ShutdownOptions, 'cancel_futures'>): Promise<void>;
  shutdown(options: ShutdownOptions): Promise<void>;
  shutdown(...args: readonly unknown[]): Promise<void> {
    shutdownSpec.bind(args);
    return Promise.resolve();
  }

  /** The executor itself. */
  __enter__(): this {
    return this;
  }

  /** Shuts down, and waits. */
  __exit__(exc_type: unknown, exc_val: unknown, exc_tb: unknown): Promise<false> {
    void [exc_type, exc_val, exc_tb];
    return this.shutdown(true).then(() => false);
  }

  /** The executor itself, for `async_with`: JavaScript can't wait in a synchronous manager. */
  // eslint-disable-next-line @typescript-eslint/require-await -- the protocol is asynchronous
  async __aenter__(): Promise<this> {
    return this;
  }

  /** Shuts down, and waits. */
  async __aexit__(exc_type: unknown, exc_val: unknown, exc_tb: unknown): Promise<false> {
    return await this.__exit__(exc_type, exc_val, exc_tb);
  }

  /**
   * Shuts down, and waits; what `await using` calls.
   *
   * @remarks
   * **Cancellation.** As of {@link Executor.shutdown}: the promise can't be cancelled, the work is finished.
   */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown(true);
  }
}
