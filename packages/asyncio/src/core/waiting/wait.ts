/** `wait`: until one or all of several futures are done. */
import { AssertionError, AttributeError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { str, typeName } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import type { Gen } from '../common/awaitable.js';
import { addAwaitedBy, discardAwaitedBy } from '../futures/awaited_by.js';
import { iscoroutine } from '../tasks/coroutine_functions.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { toFuture } from '../tasks/ensure_future.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { TimerHandle } from '../contract/handles.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { isfuture, type Future } from '../futures/futures.js';
import { callbackNamed } from '../common/named_callback.js';
import { get_running_loop } from '../contract/current_loop.js';
import { runningTask } from '../common/running.js';

/** `wait` returns when any future is done. @public */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
/** `wait` returns when any future ends by an exception, or all are done. @public */
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
/** `wait` returns when all futures are done. @public */
export const ALL_COMPLETED = 'ALL_COMPLETED';

/** When `wait` returns. @public */
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

/** The keywords of {@link wait}. @public */
export interface WaitOptions {
  /** Seconds after which it returns with what is done by then; by default it waits for ever. */
  readonly timeout?: number | null | undefined;
  /** When it returns; by default when all are done. */
  readonly return_when?: ReturnWhen | undefined;
}

/** Called when the time is over; it goes by CPython's name. */
function _release_waiter(waiter: Future<null>): void {
  if (!waiter.done()) waiter.set_result(null);
}

/** Watches the futures of one `wait`. */
class Waiting {
  readonly #waiter: Future<null>;
  readonly #returnWhen: ReturnWhen;
  readonly #task: Future<unknown> | null;
  #left: number;
  timer: TimerHandle | null = null;

  constructor(waiter: Future<null>, count: number, returnWhen: ReturnWhen) {
    this.#waiter = waiter;
    this.#left = count;
    this.#returnWhen = returnWhen;
    this.#task = runningTask();
  }

  watch(future: Future<unknown>): void {
    future.add_done_callback(this.#completed);
    addAwaitedBy(future, this.#task);
  }

  leave(future: Future<unknown>): void {
    future.remove_done_callback(this.#completed);
  }

  /** Called for each future. */
  readonly #completed = callbackNamed('_wait.<locals>._on_completion', (future: Future<unknown>): void => {
    this.#left -= 1;
    if (this.#left <= 0 || this.#isEnough(future)) {
      this.timer?.cancel();
      if (!this.#waiter.done()) this.#waiter.set_result(null);
    }
    discardAwaitedBy(future, this.#task);
  });

  #isEnough(future: Future<unknown>): boolean {
    if (this.#returnWhen === FIRST_COMPLETED) return true;
    return this.#returnWhen === FIRST_EXCEPTION && !future.cancelled() && future.exception() !== null;
  }
}

function* waitFor(
  futures: readonly Future<unknown>[],
  timeout: number | null,
  returnWhen: ReturnWhen,
  loop: AbstractEventLoop,
): Gen<[Set<Future<unknown>>, Set<Future<unknown>>]> {
  const waiter = loop.create_future<null>();
  const timer = timeout === null ? null : loop.call_later(timeout, _release_waiter, waiter);
  const waiting = new Waiting(waiter, futures.length, returnWhen);
  waiting.timer = timer;
  for (const future of futures) waiting.watch(future);
  try {
    yield* waiter;
  } finally {
    timer?.cancel();
    for (const future of futures) waiting.leave(future);
  }
  const done = new Set<Future<unknown>>();
  const pending = new Set<Future<unknown>>();
  for (const future of futures) (future.done() ? done : pending).add(future);
  return [done, pending];
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return value !== null && value !== undefined && typeof (value as Iterable<unknown>)[Symbol.iterator] === 'function';
}

function isReturnWhen(value: unknown): value is ReturnWhen {
  return value === FIRST_COMPLETED || value === FIRST_EXCEPTION || value === ALL_COMPLETED;
}

function* body(fs: unknown, timeout: number | null, returnWhen: unknown): Gen<unknown> {
  if (isfuture(fs) || iscoroutine(fs)) throw new TypeError(`expect a list of futures, not ${typeName(fs)}`);
  if (!isTrue(fs)) throw new ValueError('Set of Tasks/Futures is empty.');
  if (!isReturnWhen(returnWhen)) throw new ValueError(`Invalid return_when value: ${str(returnWhen)}`);
  if (!isIterable(fs)) throw new TypeError(`'${typeName(fs)}' object is not iterable`);
  const given = new Set(fs);
  // An iterator is true, whatever is in it.
  if (given.size === 0) throw new AssertionError('Set of Futures is empty.');
  for (const one of given) {
    if (one instanceof Coroutine) throw new TypeError('Passing coroutines is forbidden, use tasks explicitly.');
  }
  const loop = get_running_loop();
  const futures = Array.from(given, (one) => asFuture(one, loop));
  return yield* waitFor(futures, timeout, returnWhen, loop);
}

/** A promise is adopted; anything else has to be a future, as the callback finds out. */
function asFuture(value: unknown, loop: AbstractEventLoop): Future<unknown> {
  if (isfuture(value)) return value;
  if (Object.prototype.toString.call(value) === '[object Promise]') return toFuture(value as Promise<unknown>, loop);
  throw new AttributeError(`'${typeName(value)}' object has no attribute 'add_done_callback'`);
}

const WAIT = { name: 'wait' };
const spec = signature('wait(fs, *, timeout, return_when)');

/**
 * Waits until futures or tasks are done, and returns two sets of them: those that are, and those that are not yet.
 *
 * It never raises what a future raised, nor `TimeoutError`; a future that isn't done in time is in the second set, and
 * goes on.
 *
 * @remarks
 * **Python.** `asyncio.wait`. The sets keep the order of `fs`.
 *
 * **Cancellation.** Ends the wait; the futures go on.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const quick = asyncio.create_task(asyncio.sleep(0.01, 'quick'));
 *   const slow = asyncio.create_task(asyncio.sleep(60));
 *   const [done, pending] = await asyncio.wait([quick, slow], { return_when: asyncio.FIRST_COMPLETED });
 *   slow.cancel();
 *   return [done.has(quick), pending.has(slow)];
 * });
 * await asyncio.run(main()); // => [true, true]
 * ```
 *
 * @param fs - Futures, tasks, promises; coroutines are refused.
 * @param options - `timeout` in seconds, `return_when`.
 * @returns The set of those that are done, and the set of the others.
 * @throws TypeError for coroutines or a single future, ValueError for an empty collection.
 * @public
 */
export function wait<F extends Future<unknown> | Promise<unknown>>(
  fs: Iterable<F>,
  options?: WaitOptions,
): Coroutine<[done: Set<WaitedFor<F>>, pending: Set<WaitedFor<F>>]>;
export function wait<F extends Future<unknown> | Promise<unknown>>(
  options: WaitOptions & { readonly fs: Iterable<F> },
): Coroutine<[done: Set<WaitedFor<F>>, pending: Set<WaitedFor<F>>]>;
export function wait(...args: readonly unknown[]): Coroutine<never> {
  const [fs, timeout, returnWhen] = spec.bind(args);
  return new GeneratorCoroutine(
    body(fs, (timeout ?? null) as number | null, returnWhen ?? ALL_COMPLETED),
    WAIT,
  ) as Coroutine<unknown> as never;
}

/** What the sets of {@link wait} hold: a future itself, or the future that stands for a promise. @public */
export type WaitedFor<F> = F extends Future<unknown> ? F : F extends Promise<infer T> ? Future<T> : never;

markCoroutineFunctions(wait);
