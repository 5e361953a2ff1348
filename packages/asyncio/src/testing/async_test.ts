/** `async_test`: an ordinary function for a test runner. */
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { coroutine } from '../core/tasks/coroutine_functions.js';
import type { Coroutine } from '../core/coroutines/coroutines.js';
import type { LoopFactory } from '../core/runners/runners.js';
import { check } from './checked_runner.js';
import { explore, toSeeds, type ExploreOptions, type Seeds } from './explore.js';
import { checkKeywords } from './keywords.js';
import { VirtualTimeLoop } from './virtual_loop.js';

/** The keywords of {@link async_test}. @public */
export interface AsyncTestOptions extends ExploreOptions {
  /**
   * Runs the test once for each seed, with the tasks in another order, as {@link explore} does. By default once, in
   * order.
   */
  readonly seeds?: Seeds | null | undefined;
  /** What makes the loop; by default {@link VirtualTimeLoop}. `asyncio.new_event_loop` makes one with a real clock. */
  readonly loop_factory?: LoopFactory | null | undefined;
}

/** Functions that run a loop themselves: those that were made here, and the tests of a test case. */
const runnable = new WeakSet<object>();

/** Makes a function known as one that runs a loop itself. */
export function markRunnable<Fn extends object>(fn: Fn): Fn {
  runnable.add(fn);
  return fn;
}

/**
 * Makes a function for a test runner of a coroutine function of any style. It runs the body on virtual time, and fails
 * the test as well if the body leaves something behind: a coroutine that was never awaited, a task that still runs, an
 * exception that was never retrieved, an exception in a callback, a pending task that was destroyed.
 *
 * Debug mode is on, so that the error tells where the thing was made. An error of the body stays the error of the test.
 * What the body tells its loop's own exception handler to take is no failure.
 *
 * @remarks
 * **Python.** Has no such function; see {@link IsolatedAsyncioTestCase}.
 *
 * **Cancellation.** Tasks that still run when the body has ended are cancelled and awaited, as `asyncio.run` does. A
 * task that the body itself has cancelled is not counted as left, even if it has not ended yet.
 *
 * @example
 * ```ts
 * import { async_test } from 'asyncio-ts/testing';
 *
 * const test = async_test(function* (delay: number) {
 *   yield* asyncio.sleep(delay);
 *   if (asyncio.get_running_loop().time() !== delay) throw new asyncio.AssertionError();
 * });
 * await test(3600); // => undefined
 * ```
 *
 * @param fn - A coroutine function, the body of one, or an ordinary function. What the runner calls the test with is
 * handed on. What `async_test` has made already is returned as it is.
 * @param options - `debug`, `seeds`, `loop_factory`, `check_leaks`.
 * @returns A function that returns a promise.
 * @throws {@link LeakError} (as a rejection of the function's promise) if the body passes and leaves something behind,
 * {@link SeedError} in its place if there are `seeds`; TypeError if `fn` is no function, ValueError if there are both
 * `seeds` and a `loop_factory`.
 * @public
 */
export function async_test<This, Args extends unknown[]>(
  fn: (this: This, ...args: Args) => unknown,
  options?: AsyncTestOptions,
): (this: This, ...args: Args) => Promise<void> {
  checkKeywords('async_test', options, ['debug', 'seeds', 'loop_factory', 'check_leaks']);
  const { debug, seeds, loop_factory, check_leaks } = options ?? {};
  if (typeof fn !== 'function') throw new TypeError(`a function was expected by async_test(), got ${repr(fn)}`);
  if (runnable.has(fn)) return fn as (this: This, ...args: Args) => Promise<void>;
  const factory = loop_factory ?? null;
  const order = seeds === null || seeds === undefined ? null : toSeeds(seeds);
  if (order !== null && factory !== null) {
    throw new ValueError(
      'seeds are for the VirtualTimeLoop that async_test() makes: give either them or a loop_factory',
    );
  }
  const checks = { debug: debug ?? true, check_leaks: check_leaks ?? true };
  const make = coroutine(fn as (this: This, ...args: Args) => PromiseLike<unknown>);
  // Its length is 0, from which runners see that it wants no `done`.
  const test = async function (this: This, ...args: Args): Promise<void> {
    const main = (): Coroutine<unknown> => make.apply(this, args);
    if (order !== null) await explore(main, { ...checks, seeds: order });
    else await check(main, { ...checks, loop_factory: factory ?? VirtualTimeLoop });
  };
  Object.defineProperty(test, 'name', { value: fn.name });
  // Vitest reads from a function's source which fixtures it takes.
  Object.defineProperty(test, 'toString', { value: () => Function.prototype.toString.call(fn) });
  return markRunnable(test);
}
