/** `wait_for`: one awaitable, within a time limit. */
import { signature } from '../../builtins/arguments.js';
import { TimeoutError, TypeError, toException } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import type { AwaitableOrThunk, Gen } from '../common/awaitable.js';
import { await_, toAwaitable } from '../tasks/coroutine_functions.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { get_running_loop } from '../contract/current_loop.js';
import { toFuture } from '../tasks/ensure_future.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type { Future } from '../futures/futures.js';
import type { ResultOf } from './gather.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { timeout as timeoutAfter } from './timeouts.js';

/** The keyword of {@link wait_for}. @public */
export interface WaitForOptions {
  /** Seconds; null for no limit. */
  readonly timeout: number | null | undefined;
}

/** Cancels a future, and waits until it is done, whatever it makes of that. */
function* cancelAndWait(future: Future<unknown>): Gen<void> {
  const ended = get_running_loop().create_future<null>();
  const _release_waiter = (): void => {
    if (!ended.done()) ended.set_result(null);
  };
  future.add_done_callback(_release_waiter);
  try {
    future.cancel();
    yield* ended;
  } finally {
    future.remove_done_callback(_release_waiter);
  }
}

/** No time is left: what is done already counts, and nothing else is begun. */
function* takeOrCancel(given: unknown): Gen<unknown> {
  const future = toFuture(given as AwaitableOrThunk<unknown>, null);
  if (future.done()) return future.result();
  yield* cancelAndWait(future);
  try {
    return future.result();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    const late = new TimeoutError();
    late.__context__ = error;
    late.__cause__ = error;
    throw late;
  }
}

function* body(given: unknown, limit: unknown): Gen<unknown> {
  if (limit !== null && limit !== undefined) {
    if (typeof limit !== 'number') {
      throw new TypeError(`'<=' not supported between instances of '${typeName(limit)}' and 'int'`);
    }
    if (limit <= 0) return yield* takeOrCancel(given);
  }
  const scope = timeoutAfter(limit);
  scope._enter();
  let result: unknown;
  try {
    result = yield* await_(toAwaitable(given as AwaitableOrThunk<unknown>));
  } catch (error) {
    scope._exit(toException(error));
    throw error;
  }
  scope._exit(null);
  return result;
}

const WAIT_FOR = { name: 'wait_for' };
const spec = signature('wait_for(fut, timeout)');

/**
 * Waits for one awaitable, and no longer than so many seconds.
 *
 * A coroutine runs in the same task. If the time is over, it is cancelled, and `wait_for` ends when it has; if it
 * returns a value instead, that counts.
 *
 * @remarks
 * **Python.** `asyncio.wait_for`.
 *
 * **Cancellation.** Reaches what is waited for; {@link shield} keeps it away. With a time of 0 or less only what is
 * done already counts, and a coroutine is never begun.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   try {
 *     return await asyncio.wait_for(asyncio.sleep(60, 'slept'), 0.01);
 *   } catch (error) {
 *     if (!(error instanceof asyncio.TimeoutError)) throw error;
 *     return 'too slow';
 *   }
 * });
 * await asyncio.run(main()); // => 'too slow'
 * ```
 *
 * @param fut - A coroutine, a future, a promise, a function of no arguments that makes a coroutine.
 * @param timeout - Seconds; null for no limit. Also as keyword.
 * @returns The result.
 * @throws TimeoutError if the time is over.
 * @public
 */
export function wait_for<A extends AwaitableOrThunk<unknown>>(
  fut: A,
  timeout: number | WaitForOptions | null | undefined,
): Coroutine<ResultOf<A>>;
export function wait_for<A extends AwaitableOrThunk<unknown>>(
  options: WaitForOptions & { readonly fut: A },
): Coroutine<ResultOf<A>>;
export function wait_for(...args: readonly unknown[]): Coroutine<never> {
  const [given, limit] = args.length === 2 && typeof args[1] === 'number' ? args : spec.bind(args);
  return new GeneratorCoroutine(body(given, limit), WAIT_FOR) as Coroutine<unknown> as never;
}

markCoroutineFunctions(wait_for);
