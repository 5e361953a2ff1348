/** Between asyncio and the host's own code: promises in, promises out. */
import { signature } from '../../builtins/arguments.js';
import { AssertionError, TypeError } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';
import type { Future as ConcurrentFuture } from '../../concurrent/future.js';
import { CONCURRENT_FUTURE, hasMark } from '../../host/concurrent_marks.js';
import type { AwaitableOrThunk, Decorated } from '../common/awaitable.js';
import { coroutine, makesCoroutines } from '../tasks/coroutine_functions.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { toFuture } from '../tasks/ensure_future.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { type Future, isfuture } from '../futures/futures.js';
import { get_event_loop } from '../contract/current_loop.js';
import { futureToPromise, promiseToFuture } from '../tasks/promises.js';
import { run } from './run.js';
import { runningLoop } from '../common/running.js';
import { fromConcurrent } from '../loop/from_concurrent.js';

/** The keywords of {@link wrap_future}. @public */
export interface WrapFutureOptions {
  /** The loop; by default the running one, else the current one. */
  readonly loop?: AbstractEventLoop | null | undefined;
  /** Called when the future is cancelled before the promise has settled, to stop what is behind the promise. */
  readonly cancel?: (() => void) | null | undefined;
}

const wrapSpec = signature('wrap_future(future, *, loop, cancel)');

/**
 * Makes a future of a promise, or of a future of `concurrent.futures`. A future is returned as it is.
 *
 * @remarks
 * **Python.** `asyncio.wrap_future`; promises and `cancel` are ours.
 *
 * **Cancellation.** The wait ends at once. The promise goes on unless `cancel` stops what is behind it. Of a future of
 * `concurrent.futures` the work is cancelled, if it has not begun.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => await asyncio.wrap_future(Promise.resolve(7)));
 * await asyncio.run(main()); // => 7
 * ```
 *
 * @param future - The promise, or the future; also as keyword.
 * @param options - `loop`, `cancel`.
 * @throws AssertionError if it is neither.
 * @public
 */
export function wrap_future<T>(future: PromiseLike<T> | ConcurrentFuture<T>, options?: WrapFutureOptions): Future<T>;
export function wrap_future<T>(
  options: WrapFutureOptions & { readonly future: PromiseLike<T> | ConcurrentFuture<T> },
): Future<T>;
export function wrap_future(...args: readonly unknown[]): Future<unknown> {
  const [future, loop, cancel] = wrapSpec.bind(args) as [unknown, AbstractEventLoop | null, (() => void) | null];
  if (isfuture(future)) return future;
  if (hasMark(future, CONCURRENT_FUTURE))
    return fromConcurrent(future as ConcurrentFuture<unknown>, loop ?? get_event_loop());
  const isPromise = typeof (future as { then?: unknown } | null | undefined)?.then === 'function';
  if (!isPromise || future instanceof Coroutine) {
    throw new AssertionError(`concurrent.futures.Future is expected, got ${repr(future)}`);
  }
  return promiseToFuture(future as PromiseLike<unknown>, loop, cancel);
}

const toPromiseSpec = signature('to_promise(fut)');

/**
 * Makes a promise of the host's own kind of a future, for code that wants exactly that: `Promise.all`, a function that
 * is to return a promise, a test runner. A coroutine becomes a task of the running loop.
 *
 * @remarks
 * **Python.** Has no such thing.
 *
 * **Cancellation.** If the future is cancelled, the promise rejects with the `CancelledError`. The promise itself can't
 * be cancelled.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(asyncio.sleep(0.01, 'slept'));
 *   return asyncio.to_promise(task).then((text) => text.toUpperCase());
 * });
 * await asyncio.run(main()); // => 'SLEPT'
 * ```
 *
 * @param fut - The future, or whatever can be awaited.
 * @returns The promise.
 * @throws TypeError if it can't be awaited.
 * @public
 */
export function to_promise<T>(fut: AwaitableOrThunk<T>): Promise<T>;
export function to_promise(...args: readonly unknown[]): Promise<unknown> {
  const [given] = toPromiseSpec.bind(args);
  return futureToPromise(toFuture(given as AwaitableOrThunk<unknown>, null));
}

/**
 * Makes an ordinary function of a coroutine function, for whoever calls functions and knows nothing of asyncio: timers
 * of the host, event emitters, web frameworks, test runners.
 *
 * The function begins at the call and returns a promise. It makes a task of the loop inside which it was itself made,
 * as long as that runs, or of the loop that runs at the call; else each call is a {@link run} of its own.
 *
 * @remarks
 * **Python.** Has no such function: there, frameworks call coroutine functions themselves.
 *
 * **Cancellation.** Nobody can cancel the promise; the task is cancelled with the loop.
 *
 * @example
 * ```ts
 * const handler = asyncio.host_callback(asyncio.coroutine(async (x: number) => {
 *   await asyncio.sleep(0.01);
 *   return x * 2;
 * }));
 * await handler(4); // => 8
 * ```
 *
 * @param fn - The coroutine function.
 * @throws TypeError if it isn't one.
 * @public
 */
export function host_callback<This, Args extends unknown[], T>(
  fn: (this: This, ...args: Args) => Coroutine<T> | PromiseLike<T> | Decorated<T>,
): (this: This, ...args: Args) => Promise<T> {
  if (!makesCoroutines(fn)) throw new TypeError(`a coroutine function was expected, got ${repr(fn)}`);
  const make = coroutine(fn);
  const home = runningLoop();
  const callback = function (this: This, ...args: Args): Promise<T> {
    const work = (): Coroutine<T> => make.apply(this, args);
    const loop = home?.is_running() === true ? home : runningLoop();
    if (loop === null) return run<T>(work);
    return futureToPromise(loop.create_task<T>(work));
  };
  Object.defineProperty(callback, 'name', { value: fn.name, configurable: true });
  return callback;
}
