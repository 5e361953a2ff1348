/**
 * The marks of what `concurrent.futures` has. Who asks whether something is one of these needn't load them: where they
 * are not loaded, it is none.
 */

/** Of futures. */
export const CONCURRENT_FUTURE: unique symbol = Symbol('asyncio-ts.concurrent_future') as never;

/** Of executors with workers of the library. Its value makes what a loop gives them of a function. */
const POOL: unique symbol = Symbol('asyncio-ts.pool') as never;

/** Of those whose workers are threads. */
export const THREAD_POOL: unique symbol = Symbol('asyncio-ts.thread_pool') as never;

/** Marks the instances of a class. */
export function markInstances(classOfThem: { readonly prototype: object }, mark: symbol): void {
  Object.defineProperty(classOfThem.prototype, mark, { value: true });
}

/** A function as a loop gives it to a pool. */
type Bind = (func: (...args: never[]) => unknown, loop: object) => (...args: never[]) => unknown;

/** Marks the instances of a class of pools. */
export function markPools(classOfThem: { readonly prototype: object }, bind: Bind): void {
  Object.defineProperty(classOfThem.prototype, POOL, { value: bind });
}

/** A function as a loop gives it to an executor: a pool is told the loop, others get the function as it is. */
export function boundFor(
  executor: object,
  func: (...args: never[]) => unknown,
  loop: object,
): (...args: never[]) => unknown {
  return (executor as { [POOL]?: Bind })[POOL]?.(func, loop) ?? func;
}

/** Whether a value has a mark. */
export function hasMark(value: unknown, mark: symbol): boolean {
  return typeof value === 'object' && value !== null && mark in value;
}
