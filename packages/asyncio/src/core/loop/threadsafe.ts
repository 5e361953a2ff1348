/** Between futures of asyncio and those of `concurrent.futures`, and from one loop to another. */
import { signature } from '../../builtins/arguments.js';
import { KeyboardInterrupt, SystemExit, TypeError, toException } from '../../builtins/exceptions.js';
import { Future as ConcurrentFuture } from '../../concurrent/future.js';
import { iscoroutine, toCoroutine } from '../tasks/coroutine_functions.js';
import { toFuture } from '../tasks/ensure_future.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { Future } from '../futures/futures.js';
import type { CoroutineOrThunk } from '../contract/loop_options.js';

/** Ends a future of `concurrent.futures` as one of asyncio has ended. */
function endConcurrent(future: ConcurrentFuture<unknown>, source: Future<unknown>): void {
  if (source.cancelled()) future.cancel();
  if (!future.set_running_or_notify_cancel()) return;
  const exception = source.exception();
  if (exception === null) future.set_result(source.result());
  else future.set_exception(exception);
}

/** Ends a future of `concurrent.futures` with one of asyncio; its cancellation reaches that one. */
function chainToConcurrent(source: Future<unknown>, future: ConcurrentFuture<unknown>): void {
  const loop = source.get_loop();
  future.add_done_callback(() => {
    if (future.cancelled()) loop.call_soon_threadsafe(cancel, source);
  });
  source.add_done_callback(function _call_set_state() {
    endConcurrent(future, source);
  });
}

function cancel(future: Future<unknown>): void {
  future.cancel();
}

const spec = signature('run_coroutine_threadsafe(coro, loop)');

/** The keywords of {@link run_coroutine_threadsafe}. @public */
export interface RunCoroutineThreadsafeOptions {
  /** The loop in which the coroutine runs. */
  readonly loop: AbstractEventLoop;
}

/**
 * Runs a coroutine in a loop from outside of it: from a callback of the host, or from another loop.
 *
 * @remarks
 * **Python.** `asyncio.run_coroutine_threadsafe`.
 *
 * **Cancellation.** Cancelling the future cancels the task in the loop.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, 'done'), loop);
 *   return await asyncio.wrap_future(future);
 * });
 * await asyncio.run(main()); // => 'done'
 * ```
 *
 * @param coro - The coroutine, or a function of no arguments that makes one.
 * @param loop - The loop; also as keyword.
 * @returns A future of `concurrent.futures`.
 * @throws TypeError if it isn't a coroutine, RuntimeError if the loop is closed.
 * @public
 */
export function run_coroutine_threadsafe<T>(
  coro: CoroutineOrThunk<T>,
  loop: AbstractEventLoop | RunCoroutineThreadsafeOptions,
): ConcurrentFuture<T>;
export function run_coroutine_threadsafe<T>(
  options: RunCoroutineThreadsafeOptions & { readonly coro: CoroutineOrThunk<T> },
): ConcurrentFuture<T>;
export function run_coroutine_threadsafe(...args: readonly unknown[]): ConcurrentFuture<unknown> {
  const [given, loop] = spec.bind(args) as [unknown, AbstractEventLoop];
  const coro = toCoroutine(given);
  if (!iscoroutine(coro)) throw new TypeError('A coroutine object is required');
  const future = new ConcurrentFuture<unknown>();
  const callback = (): void => {
    try {
      chainToConcurrent(toFuture(coro, loop), future);
    } catch (error) {
      const isFatal = error instanceof SystemExit || error instanceof KeyboardInterrupt;
      if (!isFatal && future.set_running_or_notify_cancel()) future.set_exception(toException(error));
      throw error;
    }
  };
  Object.defineProperty(callback, 'name', { value: 'run_coroutine_threadsafe.<locals>.callback' });
  loop.call_soon_threadsafe(callback);
  return future;
}
