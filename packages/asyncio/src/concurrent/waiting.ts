/** `wait` and `as_completed` of `concurrent.futures`. */
import { signature } from '../builtins/arguments.js';
import { TimeoutError, ValueError } from '../builtins/exceptions.js';
import { asTuple, repr } from '../builtins/repr.js';
import { defaultHost } from '../host/registry.js';
import type { Future, FutureTimeoutOptions } from './future.js';

/** `wait` returns when any future is over. @public */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
/** `wait` returns when any future ends by an exception, or all are over. @public */
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
/** `wait` returns when all futures are over. @public */
export const ALL_COMPLETED = 'ALL_COMPLETED';

/** When {@link wait} returns. @public */
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

/** The keywords of {@link wait}. @public */
export interface WaitOptions extends FutureTimeoutOptions {
  /** When it returns; by default when all are over. */
  readonly return_when?: ReturnWhen | undefined;
}

/** What {@link wait} gives: the futures that are over, and the others; by name or in this order. @public */
export type DoneAndNotDoneFutures<F> = [done: Set<F>, not_done: Set<F>] & {
  readonly done: Set<F>;
  readonly not_done: Set<F>;
};

const spec = signature('wait(fs, timeout?, return_when?)');
const completedSpec = signature('as_completed(fs, timeout?)');

/** Tells of each future that ends, until it is stopped. */
function watch(futures: Iterable<Future<unknown>>, ended: (future: Future<unknown>) => void): () => void {
  for (const future of futures) future._watchers.add(ended);
  return () => {
    for (const future of futures) future._watchers.delete(ended);
  };
}

/** Waits until `begin` says so, or the time is over. */
function until(timeout: number | null, begin: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve) => {
    const host = defaultHost();
    const end = (): void => {
      stop();
      timer?.cancel();
      resolve();
    };
    const timer = timeout === null ? null : host.wake_at(host.now() + timeout, end);
    const stop = begin(end);
  });
}

function hasFailed(future: Future<unknown>): boolean {
  return !future.cancelled() && future._outcome().exception !== null;
}

/**
 * Waits until futures are over.
 *
 * @remarks
 * **Python.** `concurrent.futures.wait`, which blocks.
 *
 * **Cancellation.** Nobody can cancel the promise. A timeout cancels nothing: the futures that are not done go on. A
 * future that somebody else cancels counts as over when its executor has taken notice of it.
 *
 * @example
 * ```ts
 * const [fast, slow] = [new asyncio.concurrent.Future<string>(), new asyncio.concurrent.Future<string>()];
 * fast.set_result('done');
 * const { done, not_done } = await asyncio.concurrent.wait([fast, slow], { return_when: 'FIRST_COMPLETED' });
 * done.has(fast); // => true
 * not_done.has(slow); // => true
 * ```
 *
 * @param fs - The futures; also as keyword.
 * @param timeout - Seconds; by default it waits for ever. Also as keyword, with `return_when`.
 * @returns A promise of the set of those that are over, and the set of the others.
 * @throws ValueError, which rejects the promise, for a `return_when` that it doesn't know.
 * @public
 */
export function wait<F extends Future<unknown>>(
  fs: Iterable<F>,
  timeout?: number | null,
  return_when?: ReturnWhen,
): Promise<DoneAndNotDoneFutures<F>>;
export function wait<F extends Future<unknown>>(
  fs: Iterable<F>,
  options: WaitOptions,
): Promise<DoneAndNotDoneFutures<F>>;
export function wait<F extends Future<unknown>>(
  fs: Iterable<F>,
  timeout: number | null,
  options: Pick<WaitOptions, 'return_when'>,
): Promise<DoneAndNotDoneFutures<F>>;
export function wait<F extends Future<unknown>>(
  options: WaitOptions & { readonly fs: Iterable<F> },
): Promise<DoneAndNotDoneFutures<F>>;
export function wait(...args: readonly unknown[]): Promise<never> {
  return waitFor(args);
}

async function waitFor(args: readonly unknown[]): Promise<never> {
  const [given, timeout, mode] = spec.bind(args) as [Iterable<Future<unknown>>, number | null | undefined, unknown];
  const returnWhen = mode ?? ALL_COMPLETED;
  const futures = [...new Set(given)];
  const pending = new Set(futures.filter((future) => !future._isSettled));
  const done = futures.filter((future) => future._isSettled);
  const isEnough =
    pending.size === 0 ||
    (returnWhen === FIRST_COMPLETED && done.length > 0) ||
    (returnWhen === FIRST_EXCEPTION && done.some(hasFailed));
  if (!isEnough) {
    if (returnWhen !== FIRST_COMPLETED && returnWhen !== FIRST_EXCEPTION && returnWhen !== ALL_COMPLETED) {
      throw new ValueError(`Invalid return condition: ${repr(returnWhen)}`);
    }
    await until(timeout ?? null, (end) =>
      watch([...pending], (future) => {
        pending.delete(future);
        const isFirst = returnWhen === FIRST_COMPLETED || (returnWhen === FIRST_EXCEPTION && hasFailed(future));
        if (isFirst || pending.size === 0) end();
      }),
    );
  }
  const sets = { done: new Set(futures.filter((future) => !pending.has(future))), not_done: pending };
  return Object.assign(asTuple([sets.done, sets.not_done]), sets) as never;
}

async function* completed(
  futures: Set<Future<unknown>>,
  timeout: number | null,
): AsyncGenerator<Future<unknown>, void> {
  const host = defaultHost();
  const deadline = timeout === null ? null : host.now() + timeout;
  const total = futures.size;
  const finished = [...futures].filter((future) => future._isSettled);
  const pending = new Set([...futures].filter((future) => !future._isSettled));
  let wake = (): void => undefined;
  const stop = watch([...pending], (future) => {
    pending.delete(future);
    finished.push(future);
    wake();
  });
  try {
    for (;;) {
      for (let next = finished.shift(); next !== undefined; next = finished.shift()) yield next;
      if (pending.size === 0) return;
      const left = deadline === null ? null : deadline - host.now();
      if (left !== null && left < 0) {
        throw new TimeoutError(`${String(pending.size)} (of ${String(total)}) futures unfinished`);
      }
      await until(left, (end) => {
        wake = end;
        return () => undefined;
      });
    }
  } finally {
    stop();
  }
}

/**
 * Gives futures as they end.
 *
 * @remarks
 * **Python.** `concurrent.futures.as_completed`; its iterator blocks, so here it is asynchronous.
 *
 * @example
 * ```ts
 * const [a, b] = [new asyncio.concurrent.Future<string>(), new asyncio.concurrent.Future<string>()];
 * b.set_result('b');
 * const results: string[] = [];
 * for await (const future of asyncio.concurrent.as_completed([a, b])) {
 *   results.push(await future.result());
 *   if (future === b) a.set_result('a');
 * }
 * results; // => ['b', 'a']
 * ```
 *
 * @param fs - The futures; each counts once. Also as keyword.
 * @param timeout - Seconds from the first step of the iteration on; by default there is no limit. Also as keyword.
 * @throws TimeoutError, from the iteration, when the time is over.
 * @public
 */
export function as_completed<F extends Future<unknown>>(
  fs: Iterable<F>,
  timeout?: number | null,
): AsyncIterableIterator<F, void>;
export function as_completed<F extends Future<unknown>>(
  fs: Iterable<F>,
  options: FutureTimeoutOptions,
): AsyncIterableIterator<F, void>;
export function as_completed<F extends Future<unknown>>(
  options: FutureTimeoutOptions & { readonly fs: Iterable<F> },
): AsyncIterableIterator<F, void>;
export function as_completed(...args: readonly unknown[]): AsyncIterableIterator<never, void> {
  const [given, timeout] = completedSpec.bind(args) as [Iterable<Future<unknown>>, number | null | undefined];
  return completed(new Set(given), timeout ?? null) as AsyncIterableIterator<never, void>;
}
