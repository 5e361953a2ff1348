/** `as_completed`: futures in the order in which they get done. */
import { StopAsyncIteration, TimeoutError, TypeError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { typeName } from '../../builtins/repr.js';
import type { AwaitableOrThunk, Gen } from '../common/awaitable.js';
import { isAwaitable } from '../futures/awaiting.js';
import type { HasAiter, HasAnext } from '../statements/async_iterators.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { toFuture } from '../tasks/ensure_future.js';
import type { TimerHandle } from '../contract/handles.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type { Future } from '../futures/futures.js';
import type { ResultOf } from './gather.js';
import { callbackNamed } from '../common/named_callback.js';
import { get_event_loop } from '../contract/current_loop.js';
import { Queue } from '../locks/queues.js';

/** The keyword of {@link as_completed}. @public */
export interface AsCompletedOptions {
  /** Seconds after which the rest is given up with a `TimeoutError`. */
  readonly timeout?: number | null | undefined;
}

/** What {@link as_completed} gives for something: the future itself, or the one that was made for it. @public */
export type CompletedFuture<A> = A extends Future<unknown> ? A : Future<ResultOf<A>>;

/**
 * A future as `for await` gives it: itself. TypeScript takes every value of `for await` for awaited, and would take the
 * future for its result; hiding the type of `then` keeps it from that. Its result is `one.result()`.
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- only `any` has this effect
export type DoneFuture<F> = F & { then: any };

/** What `for await` asks. @public */
export interface CompletedFutures<A> {
  /**
   * The next future that is done.
   *
   * @remarks
   * **Cancellation.** Only the wait ends: the futures go on. The step counts all the same, so that the iterator gives
   * one future less.
   */
  next(): Coroutine<IteratorResult<DoneFuture<CompletedFuture<A>>, undefined>>;
}

const named = (name: string): { name: string; __qualname__: string } => ({
  name,
  __qualname__: `_AsCompletedIterator.${name}`,
});
const WAIT_FOR_ONE = named('_wait_for_one');
const ANEXT = named('__anext__');

/**
 * What {@link as_completed} returns, to be iterated once: by `for`, it gives coroutines with the results; by
 * `for await`, the futures that are done.
 *
 * @remarks
 * **Python.** What `asyncio.as_completed` returns; since 3.13 it can be iterated in both ways.
 *
 * **Cancellation.** Ends the wait alone: what is waited for goes on.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const results: string[] = [];
 *   for (const next of asyncio.as_completed([asyncio.sleep(2, 'slow'), asyncio.sleep(1, 'fast')])) {
 *     results.push(await next);
 *   }
 *   return results;
 * });
 * await asyncio.run(main()); // => ['fast', 'slow']
 * ```
 *
 * @public
 */
export class AsCompletedIterator<A> implements HasAiter<CompletedFuture<A>>, HasAnext<CompletedFuture<A>> {
  readonly #done = new Queue<Future<unknown> | null>();
  readonly #todo: Set<Future<unknown>>;
  #left: number;
  #timer: TimerHandle | null = null;

  /** @internal */
  constructor(awaitables: Iterable<unknown>, timeout: number | null) {
    const loop = get_event_loop();
    this.#todo = new Set();
    for (const one of new Set(awaitables)) {
      this.#todo.add(toFuture(one as AwaitableOrThunk<unknown>, loop));
    }
    for (const future of this.#todo) future.add_done_callback(this.#completed);
    this.#left = this.#todo.size;
    if (this.#left > 0 && timeout !== null) this.#timer = loop.call_later(timeout, this.#timeIsOver);
  }

  /** The iterator itself. */
  __aiter__(): this {
    return this;
  }

  /** The next future that is done. */
  __anext__(): Coroutine<CompletedFuture<A>> {
    return new GeneratorCoroutine(this.#next(), ANEXT);
  }

  /** The iterator itself. */
  __iter__(): this {
    return this;
  }

  /** A coroutine with the result of the next one that gets done. */
  next(): IteratorResult<Coroutine<ResultOf<A>>, undefined> {
    if (this.#left === 0) return { done: true, value: undefined };
    this.#left -= 1;
    return { done: false, value: new GeneratorCoroutine(this.#result(), WAIT_FOR_ONE) };
  }

  /** For `for`. */
  [Symbol.iterator](): this {
    return this;
  }

  /** For `for await`. */
  [Symbol.asyncIterator](): CompletedFutures<A> {
    return { next: () => new GeneratorCoroutine(this.#step(), ANEXT) };
  }

  *#step(): Gen<IteratorResult<DoneFuture<CompletedFuture<A>>, undefined>> {
    if (this.#left === 0) return { done: true, value: undefined };
    return { done: false, value: yield* this.#next() };
  }

  *#next(): Gen<CompletedFuture<A>> {
    if (this.#left === 0) throw new StopAsyncIteration();
    this.#left -= 1;
    return (yield* this.#waitForOne()) as CompletedFuture<A>;
  }

  *#result(): Gen<ResultOf<A>> {
    return (yield* this.#waitForOne()).result() as ResultOf<A>;
  }

  *#waitForOne(): Gen<Future<unknown>> {
    const future = yield* this.#done.get();
    if (future === null) throw new TimeoutError();
    return future;
  }

  readonly #timeIsOver = callbackNamed('_AsCompletedIterator._handle_timeout', (): void => {
    for (const future of this.#todo) {
      future.remove_done_callback(this.#completed);
      this.#done.put_nowait(null);
    }
    this.#todo.clear();
  });

  readonly #completed = callbackNamed('_AsCompletedIterator._handle_completion', (future: Future<unknown>): void => {
    // The time was over first.
    if (this.#todo.size === 0) return;
    this.#todo.delete(future);
    this.#done.put_nowait(future);
    if (this.#todo.size === 0) this.#timer?.cancel();
  });
}

Object.defineProperty(AsCompletedIterator, 'name', { value: '_AsCompletedIterator' });
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is marked, not called
markCoroutineFunctions(AsCompletedIterator.prototype.__anext__);

const spec = signature('as_completed(fs, *, timeout)');

/**
 * Runs awaitables concurrently, and gives them as they get done.
 *
 * By `for await` it gives futures that are done: those that were handed in, and for everything else tasks. By a plain
 * `for` it gives coroutines, each of which waits for the next one that gets done and returns its result.
 *
 * @remarks
 * **Python.** `asyncio.as_completed`; asynchronous iteration since 3.13.
 *
 * **Cancellation.** Ends the wait for the next one; all of them go on.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const results: string[] = [];
 *   for (const next of asyncio.as_completed([asyncio.sleep(0.02, 'slow'), asyncio.sleep(0.01, 'quick')])) {
 *     results.push(await next);
 *   }
 *   return results;
 * });
 * await asyncio.run(main()); // => ['quick', 'slow']
 * ```
 *
 * @param fs - Coroutines, futures, promises, functions that make coroutines; each counts once.
 * @param options - `timeout` in seconds.
 * @throws TypeError if `fs` is an awaitable itself; TimeoutError, from the iteration, when the time is over.
 * @public
 */
export function as_completed<A extends AwaitableOrThunk<unknown>>(
  fs: Iterable<A>,
  options?: AsCompletedOptions,
): AsCompletedIterator<A>;
export function as_completed<A extends AwaitableOrThunk<unknown>>(
  options: AsCompletedOptions & { readonly fs: Iterable<A> },
): AsCompletedIterator<A>;
export function as_completed(...args: readonly unknown[]): AsCompletedIterator<never> {
  const [fs, timeout] = spec.bind(args);
  if (isAwaitable(fs)) throw new TypeError(`expects an iterable of awaitables, not ${typeName(fs)}`);
  if (typeof (fs as Iterable<unknown> | null)?.[Symbol.iterator] !== 'function') {
    throw new TypeError(`'${typeName(fs)}' object is not iterable`);
  }
  return new AsCompletedIterator(fs as Iterable<unknown>, (timeout ?? null) as number | null);
}
