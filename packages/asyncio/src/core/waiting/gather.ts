/** `gather`: several awaitables at once, all results in order. */
import { signature } from '../../builtins/arguments.js';
import { isTrue } from '../../builtins/truth.js';
import type { Awaitable, AwaitableOrThunk, Gen } from '../common/awaitable.js';
import { get_event_loop } from '../contract/current_loop.js';
import type { Future } from '../futures/futures.js';
import { gatherGiven } from './gathering.js';

/** The keyword of {@link gather}. @public */
export interface GatherOptions {
  /** Puts exceptions among the results instead of raising the first. */
  readonly return_exceptions?: boolean | null | undefined;
}

/** The result of awaiting something. @public */
export type ResultOf<A> =
  A extends Awaitable<infer T> ? T : A extends () => Awaitable<infer T> | Gen<infer T> ? T : never;

/** The results of awaiting several things. @public */
export type ResultsOf<As extends readonly unknown[]> = { -readonly [K in keyof As]: ResultOf<As[K]> };

const spec = signature('gather(*args, return_exceptions)');

/**
 * Runs awaitables concurrently and collects their results, in the order in which they were given.
 *
 * Coroutines become tasks. The first exception is raised to whoever awaits the gathering, while the others go on; with
 * `return_exceptions` exceptions stand among the results instead.
 *
 * @remarks
 * **Python.** `asyncio.gather`.
 *
 * **Cancellation.** Cancelling the gathering cancels all children that are not done. A child that is cancelled by
 * somebody else counts as if it had raised `CancelledError`; the others go on.
 *
 * @example
 * ```ts
 * const after = asyncio.coroutine(async (delay: number, x: string) => {
 *   await asyncio.sleep(delay);
 *   return x;
 * });
 * const main = asyncio.coroutine(async () => await asyncio.gather(after(0.02, 'a'), after(0.01, 'b')));
 * await asyncio.run(main()); // => ['a', 'b']
 * ```
 *
 * @param coros_or_futures - Coroutines, futures, promises, functions that make coroutines; `return_exceptions` as
 *   keyword.
 * @returns A future of all results.
 * @throws TypeError if one of them can't be awaited.
 * @public
 */
export function gather<const As extends readonly AwaitableOrThunk<unknown>[]>(
  ...coros_or_futures: As
): Future<ResultsOf<As>>;
export function gather<const As extends readonly AwaitableOrThunk<unknown>[]>(
  ...coros_or_futures: [...As, GatherOptions & { readonly return_exceptions: true }]
): Future<{ -readonly [K in keyof As]: ResultOf<As[K]> | Error }>;
export function gather<const As extends readonly AwaitableOrThunk<unknown>[]>(
  ...coros_or_futures: [...As, GatherOptions]
): Future<ResultsOf<As>>;
export function gather(...args: unknown[]): Future<unknown[]> {
  const [given, returnExceptions] = spec.bind(args) as [AwaitableOrThunk<unknown>[], boolean | null | undefined];
  if (given.length === 0) {
    const empty = get_event_loop().create_future<unknown[]>();
    empty.set_result([]);
    return empty;
  }
  return gatherGiven(given, isTrue(returnExceptions));
}
