/** Between asyncio and the host's own code: promises in, promises out. */
import { AssertionError, TypeError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { iscoroutinefunction } from './coroutine_functions.js';
import type { Coroutine } from './coroutines.js';
import type { AbstractEventLoop } from './events.js';
import { Future, isfuture } from './futures.js';
import { promiseToFuture } from './promises.js';
import { run } from './runners.js';
import { runningLoop } from './running.js';

/** The keywords of {@link wrap_future}. @public */
export interface WrapFutureOptions {
  /** The loop; by default the running one, else the current one. */
  readonly loop?: AbstractEventLoop | null | undefined;
  /** Called when the future is cancelled before the promise has settled, to stop what is behind the promise. */
  readonly cancel?: (() => void) | null | undefined;
}

/**
 * Makes a future of a promise. A future is returned as it is.
 *
 * @remarks
 * **Python.** `asyncio.wrap_future`; the promise takes the place of `concurrent.futures.Future`, and `cancel` is ours.
 *
 * **Cancellation.** The wait ends at once. The promise goes on unless `cancel` stops what is behind it.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => await asyncio.wrap_future(Promise.resolve(7)));
 * await asyncio.run(main()); // => 7
 * ```
 *
 * @param future - The promise.
 * @param options - `loop`, `cancel`.
 * @throws AssertionError if it is neither.
 * @public
 */
export function wrap_future<T>(future: PromiseLike<T>, options?: WrapFutureOptions): Future<T> {
  for (const key in options) {
    if (key !== 'loop' && key !== 'cancel') {
      throw new TypeError(`wrap_future() got an unexpected keyword argument '${key}'`);
    }
  }
  if (isfuture(future)) return future as Future<T>;
  if (typeof (future as { then?: unknown } | null | undefined)?.then !== 'function') {
    throw new AssertionError(`concurrent.futures.Future is expected, got ${repr(future)}`);
  }
  return promiseToFuture(future, options?.loop, options?.cancel);
}

/**
 * Makes an ordinary function of a coroutine function, for whoever calls functions and knows nothing of asyncio: timers of
 * the host, event emitters, web frameworks, test runners.
 *
 * The function begins at the call and returns a promise. Made inside a running loop it makes tasks of that loop, as long
 * as the loop runs; else each call is a {@link run} of its own.
 *
 * @remarks
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
  fn: (this: This, ...args: Args) => Coroutine<T> | Promise<T>,
): (this: This, ...args: Args) => Promise<T> {
  if (!iscoroutinefunction(fn)) throw new TypeError(`a coroutine function was expected, got ${repr(fn)}`);
  const loop = runningLoop();
  return function (this: This, ...args: Args): Promise<T> {
    const work = (): Coroutine<T> | Promise<T> => fn.apply(this, args);
    if (loop === null || !loop.is_running()) return run<T>(work);
    return new Promise((resolve, reject) => {
      loop.create_task<T>(work).add_done_callback((task) => {
        task.then(resolve, reject);
      });
    });
  };
}
