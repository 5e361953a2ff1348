/** `explore`: one program under many orders. */
import { AssertionError, TypeError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import type { AwaitableOrThunk } from '../core/common/awaitable.js';
import { check } from './checked_runner.js';
import { checkKeywords } from './keywords.js';
import { checkSeed } from './random.js';
import { errorText } from './texts.js';
import { VirtualTimeLoop } from './virtual_loop.js';

/** How many seeds are tried, beginning with 0; or the seeds themselves. @public */
export type Seeds = number | readonly number[];

/** The keywords of {@link explore}. @public */
export interface ExploreOptions {
  /** How many seeds are tried, or which; 100 by default. */
  readonly seeds?: Seeds | null | undefined;
  /** Debug mode, on by default: it tells where a thing was made. */
  readonly debug?: boolean | null | undefined;
  /** False: what a run leaves behind is no failure. */
  readonly check_leaks?: boolean | null | undefined;
}

/**
 * A program has failed under one of the orders that {@link explore} tried; `cause` is its error.
 *
 * @remarks
 * **Python.** Has no such error.
 *
 * @example
 * ```ts
 * import { SeedError } from 'asyncio-ts/testing';
 *
 * new SeedError(17, new asyncio.ValueError('no')).seed; // => 17
 * ```
 *
 * @public
 */
export class SeedError extends AssertionError {
  /** The seed of the order. */
  readonly seed: number;

  /**
   * @param seed - The seed.
   * @param cause - The error of the program.
   */
  constructor(seed: number, cause: unknown) {
    super(`the program fails with seed ${String(seed)}; run it again with seeds: [${String(seed)}]
${errorText(cause)}`);
    this.seed = seed;
    this.cause = cause;
  }
}

/** The seeds that are meant. */
export function toSeeds(seeds: Seeds): readonly number[] {
  if (typeof seeds !== 'number') {
    if (!Array.isArray(seeds)) throw new TypeError(`seeds must be an integer or an array of them, not ${repr(seeds)}`);
    if (seeds.length === 0) throw new ValueError('at least one seed is needed, or nothing is tried');
    seeds.forEach(checkSeed);
    return seeds as readonly number[];
  }
  if (!Number.isInteger(seeds)) throw new TypeError(`the number of seeds must be an integer, not ${repr(seeds)}`);
  if (seeds < 1) throw new ValueError(`the number of seeds must be at least 1, not ${repr(seeds)}`);
  return Array.from({ length: seeds }, (_, seed) => seed);
}

/**
 * Runs a program on virtual time under many orders of its tasks, to find one under which it fails: by an error, a
 * deadlock, or by what it leaves behind. See {@link VirtualTimeLoop} for what is shuffled.
 *
 * @remarks
 * **Python.** Has no such function.
 *
 * **Cancellation.** Each run is a program of its own, as with `asyncio.run`: Ctrl-C cancels the one that is running and
 * ends the search.
 *
 * @example
 * The audit expects the payment to be later. Nothing says so.
 * ```ts
 * import { SeedError, explore } from 'asyncio-ts/testing';
 *
 * const main = asyncio.coroutine(async () => {
 *   let money = 100;
 *   const pay = asyncio.coroutine(async () => void (money -= 10));
 *   const audit = asyncio.coroutine(async () => {
 *     if (money !== 100) throw new asyncio.ValueError(`${money} left`);
 *   });
 *   await asyncio.gather(audit(), pay());
 * });
 * const error: unknown = await explore(main).catch((raised: unknown) => raised);
 * error instanceof SeedError && asyncio.repr(error.cause); // => "ValueError('90 left')"
 * ```
 *
 * @param main - A function of no arguments that makes a coroutine, or is the body of one.
 * @param options - `seeds`, `debug`, `check_leaks`.
 * @returns The results, in the order of the seeds.
 * @throws {@link SeedError} (as a rejection) for the first seed with which the program fails, TypeError if `main` isn't
 * a function, TypeError or ValueError if the seeds are none.
 * @public
 */
export async function explore<T>(
  main: Extract<AwaitableOrThunk<T>, (...args: never[]) => unknown>,
  options?: ExploreOptions,
): Promise<T[]> {
  checkKeywords('explore', options, ['seeds', 'debug', 'check_leaks']);
  const { seeds, debug, check_leaks } = options ?? {};
  if (typeof main !== 'function') {
    throw new TypeError(
      `explore() runs its program many times: a function that makes the coroutine was expected, got ${repr(main)}`,
    );
  }
  const results: T[] = [];
  for (const seed of toSeeds(seeds ?? 100)) {
    try {
      const loop_factory = (): VirtualTimeLoop => new VirtualTimeLoop({ seed });
      results.push(await check<T>(main, { debug: debug ?? true, check_leaks: check_leaks ?? true, loop_factory }));
    } catch (error) {
      throw new SeedError(seed, error);
    }
  }
  return results;
}
