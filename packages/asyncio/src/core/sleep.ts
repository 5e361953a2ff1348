/** `sleep`. */
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { signature } from '../builtins/arguments.js';
import { typeName } from '../builtins/repr.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';
import { markCoroutineFunctions } from './function_kinds.js';
import type { Future } from './futures.js';
import { get_running_loop } from './policies.js';

/** The keywords of {@link sleep}. @public */
export interface SleepOptions<T> {
  /** Seconds. */
  readonly delay: number;
  /** What the coroutine returns. */
  readonly result?: T;
}

/** Sets the result, unless the wait was cancelled in the same iteration. It goes by CPython's name. */
function _set_result_unless_cancelled(future: Future<unknown>, result: unknown): void {
  if (!future.cancelled()) future._setResult(result);
}

function* body(delay: number, result: unknown): Generator<unknown, unknown, unknown> {
  if (typeof delay !== 'number') {
    throw new TypeError(`'<=' not supported between instances of '${typeName(delay)}' and 'int'`);
  }
  if (delay <= 0) {
    // A bare yield gives up exactly one turn.
    yield;
    return result;
  }
  if (Number.isNaN(delay)) throw new ValueError('Invalid delay: NaN (not a number)');
  const loop = get_running_loop();
  const future = loop.create_future();
  const handle = loop.call_later(delay, _set_result_unless_cancelled, future, result);
  try {
    return yield* future;
  } finally {
    handle.cancel();
  }
}

const SLEEP = { name: 'sleep' };
const spec = signature('sleep', { positional: ['delay', 'result'], required: 1, any: ['result'] });

/**
 * Waits for `delay` seconds, and lets other tasks run.
 *
 * `sleep(0)`, or less, gives up exactly one turn of the loop.
 *
 * @remarks
 * **Python.** `asyncio.sleep`.
 *
 * **Cancellation.** Ends the wait at once, and takes its timer off the loop.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => await asyncio.sleep(0.01, 'awake'));
 * await asyncio.run(main()); // => 'awake'
 * ```
 *
 * @param delay - Seconds; after it, or as keyword, `result`: what the coroutine returns.
 * @throws ValueError if `delay` is not a number (NaN).
 * @public
 */
export function sleep(delay: number): Coroutine<null>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(options: SleepOptions<T>): Coroutine<T>;
export function sleep(...args: readonly unknown[]): Coroutine<never> {
  const [delay, result] = typeof args[0] === 'number' && args.length <= 2 ? args : spec.bind(args);
  return new GeneratorCoroutine(body(delay as number, result ?? null), SLEEP) as Coroutine<unknown> as never;
}

markCoroutineFunctions(sleep);
