/**
 * The marks of what `concurrent.futures` has. Who asks whether something is one of these needn't load them: where they
 * are not loaded, it is none.
 */

/** Of futures. */
export const CONCURRENT_FUTURE: unique symbol = Symbol('asyncio-ts.concurrent_future') as never;

/** Of executors with workers of the library. */
export const POOL: unique symbol = Symbol('asyncio-ts.pool') as never;

/** Of those whose workers are threads. */
export const THREAD_POOL: unique symbol = Symbol('asyncio-ts.thread_pool') as never;

/** Marks the instances of a class. */
export function markInstances(classOfThem: { readonly prototype: object }, ...marks: readonly symbol[]): void {
  for (const mark of marks) Object.defineProperty(classOfThem.prototype, mark, { value: true });
}

/** Whether a value has a mark. */
export function hasMark(value: unknown, mark: symbol): boolean {
  return typeof value === 'object' && value !== null && mark in value;
}
