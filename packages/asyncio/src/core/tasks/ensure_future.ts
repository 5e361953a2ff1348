/** `ensure_future`: whatever can be awaited, as a future. */
import { signature } from '../../builtins/arguments.js';
import { RuntimeError, ValueError } from '../../builtins/exceptions.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { isAwaitable, notAwaitable, toAwaitable, wrapAwaitable } from './coroutine_functions.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { get_event_loop } from '../contract/current_loop.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { type Future, isfuture } from '../futures/futures.js';
import { promiseToFuture } from './promises.js';

/** The keyword of {@link ensure_future}. @public */
export interface LoopKeyword {
  /** The loop; by default the running one, else the current one. */
  readonly loop?: AbstractEventLoop | null | undefined;
}

const spec = signature('ensure_future(coro_or_future, *, loop)');

/**
 * Makes a future of anything that can be awaited: a future is returned as it is, a coroutine becomes a task, an object
 * with `__await__` is awaited in a task, a promise is adopted.
 *
 * @remarks
 * **Python.** `asyncio.ensure_future`.
 *
 * **Cancellation.** Cancelling the future that stands for a promise does not reach the code behind the promise; see
 * {@link wrap_future}.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.ensure_future(asyncio.sleep(0, 'slept'));
 *   return await task;
 * });
 * await asyncio.run(main()); // => 'slept'
 * ```
 *
 * @param coro_or_future - What is awaited; also as keyword.
 * @param options - `loop`.
 * @throws TypeError if it can't be awaited, ValueError if it is a future of another loop.
 * @public
 */
export function ensure_future<T>(coro_or_future: AwaitableOrThunk<T>, options?: LoopKeyword): Future<T>;
export function ensure_future<T>(options: LoopKeyword & { readonly coro_or_future: AwaitableOrThunk<T> }): Future<T>;
export function ensure_future(...args: readonly unknown[]): Future<unknown> {
  const [given, loop] = spec.bind(args) as [AwaitableOrThunk<unknown>, AbstractEventLoop | null | undefined];
  return toFuture(given, loop ?? null);
}

/** {@link ensure_future}, for the library's own use. */
export function toFuture<T>(awaitable: AwaitableOrThunk<T>, loop: AbstractEventLoop | null): Future<T> {
  const given = toAwaitable(awaitable);
  if (isfuture(given)) {
    if (loop !== null && loop !== given.get_loop()) {
      throw new ValueError('The future belongs to a different loop than the one specified as the loop argument');
    }
    return given;
  }
  if (given instanceof Coroutine) return toTask(given, loop, true);
  if (!isAwaitable(given)) throw notAwaitable();
  if (typeof (given as { __await__?: unknown }).__await__ !== 'function') {
    return promiseToFuture(given as PromiseLike<T>, loop);
  }
  return toTask(wrapAwaitable(given), loop, false);
}

/** A task of a coroutine, which was given, or made here. */
export function toTask<T>(coroutine: Coroutine<T>, loop: AbstractEventLoop | null, wasGiven: boolean): Future<T> {
  const owner = loop ?? get_event_loop();
  try {
    return owner.create_task(coroutine);
  } catch (error) {
    if (wasGiven && error instanceof RuntimeError) coroutine.close();
    throw error;
  }
}
