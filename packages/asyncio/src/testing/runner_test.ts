/** `test`, `wrap_test`: the `test` of a runner, for coroutine functions. */
import { TypeError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { async_test, type AsyncTestOptions } from './async_test.js';
import { globalFunction, type AnyFunction } from './runner_globals.js';

/** A body of a test. @public */
export type TestBody<Args extends unknown[]> = (...args: Args) => unknown;

/**
 * Declares a test. What the runner's own takes besides (a time limit, options before the body) is handed on.
 *
 * @public
 */
export interface DeclareTest {
  /** Declares a test; keywords after the body are those of {@link async_test}. */
  <Args extends unknown[]>(
    name: string,
    body: TestBody<Args>,
    options?: AsyncTestOptions,
    ...rest: readonly unknown[]
  ): unknown;
  /** Declares a test with a time limit. */
  <Args extends unknown[]>(name: string, body: TestBody<Args>, timeout: number): unknown;
  /** Declares a test with options of the runner (Vitest, node:test). */
  <Args extends unknown[]>(
    name: string,
    runnerOptions: object,
    body: TestBody<Args>,
    options?: AsyncTestOptions,
  ): unknown;
}

/** Declares a test for each row of a table. @public */
export interface DeclareTests {
  /** Rows that are arrays are the arguments of the tests. */
  <Row extends readonly unknown[] | readonly [unknown]>(
    rows: readonly Row[],
  ): (name: string, body: TestBody<[...Row]>, ...rest: readonly unknown[]) => unknown;
  /** Other rows are the one argument. */
  <Row>(rows: readonly Row[]): (name: string, body: TestBody<[Row]>, ...rest: readonly unknown[]) => unknown;
}

/**
 * A runner's `test` that takes coroutine functions. What the runner's own hasn't got is undefined.
 *
 * @public
 */
export interface AsyncTest extends DeclareTest {
  /** Runs only this test. */
  readonly only: AsyncTest;
  /** Leaves the test out. */
  readonly skip: AsyncTest;
  /** Stands for a test that is still to be written. */
  readonly todo: (name: string, ...rest: readonly unknown[]) => unknown;
  /** Declares a test for each row of a table (Jest, Vitest). */
  readonly each: DeclareTests;
}

/** The variants of a `test`; what `each(rows)` returns declares in its turn. */
const VARIANTS = ['only', 'skip', 'todo', 'each'] as const;

/** The arguments for the runner: the bodies made to tests, without the keywords that were for us. */
function toRunnerArguments(args: readonly unknown[], defaults: AsyncTestOptions | undefined): unknown[] {
  const index = args.findIndex((arg) => typeof arg === 'function');
  if (index === -1) return [...args];
  const [body, ...rest] = args.slice(index);
  const own = typeof rest[0] === 'object' ? (rest.shift() as AsyncTestOptions) : undefined;
  const options = defaults === undefined ? own : { ...defaults, ...own };
  return [...args.slice(0, index), async_test(body as TestBody<unknown[]>, options), ...rest];
}

function wrapped(find: () => AnyFunction, self: unknown, defaults: AsyncTestOptions | undefined): AsyncTest {
  const declare = (...args: readonly unknown[]): unknown => {
    const result: unknown = Reflect.apply(find(), self, toRunnerArguments(args, defaults));
    return typeof result === 'function' ? wrapped(() => result as AnyFunction, self, defaults) : result;
  };
  for (const name of VARIANTS) {
    // Looked up when it is used: the global `test` may not be there yet, and hasn't got all of them in every runner.
    Object.defineProperty(declare, name, {
      get() {
        const owner = find() as AnyFunction & Partial<Record<typeof name, AnyFunction>>;
        const variant = owner[name];
        return variant === undefined ? undefined : wrapped(() => variant, owner, defaults);
      },
    });
  }
  return declare as AsyncTest;
}

/**
 * Makes a runner's `test` take coroutine functions of any style: each body becomes an {@link async_test}. `only`,
 * `skip`, `todo` and `each` are there too, where the runner has them. For anything else that it has, give it what
 * {@link async_test} makes.
 *
 * @remarks
 * **Python.** Has no such function.
 *
 * @example
 * ```ts node
 * import { test as nodeTest } from 'node:test'; // or from 'vitest', or '@jest/globals'
 * import { wrap_test } from 'asyncio-ts/testing';
 *
 * const test = wrap_test(nodeTest);
 *
 * test('an hour passes at once', function* () {
 *   yield* asyncio.sleep(3600);
 * });
 * ```
 *
 * @param test - The runner's `test`, or its `it`.
 * @param options - The keywords for all its tests: `debug`, `seeds`, `loop_factory`, `check_leaks`.
 * @returns A `test` of the same runner.
 * @throws TypeError if `test` is no function.
 * @public
 */
export function wrap_test(test: (...args: never[]) => unknown, options?: AsyncTestOptions): AsyncTest {
  if (typeof test !== 'function') throw new TypeError(`a function was expected by wrap_test(), got ${repr(test)}`);
  return wrapped(() => test, undefined, options);
}

/**
 * The global `test` of the runner, as Jest has one, for coroutine functions: see {@link wrap_test}.
 *
 * @remarks
 * **Python.** Has no such function.
 *
 * @example
 * ```ts jest no-run
 * import { test } from 'asyncio-ts/testing';
 *
 * test('an hour passes at once', async () => {
 *   await asyncio.sleep(3600);
 * });
 *
 * test('in any order', async () => {
 *   await asyncio.gather(asyncio.sleep(1), asyncio.sleep(1));
 * }, { seeds: 20 });
 * ```
 *
 * @throws RuntimeError if there is no global `test`.
 * @public
 */
export const test: AsyncTest = wrapped(() => globalFunction('test'), undefined, undefined);
