/**
 * The mark of futures of `concurrent.futures`. Who asks whether something is one needn't load them: then it is none.
 */
export const CONCURRENT: unique symbol = Symbol('asyncio-ts.concurrent_future') as never;

/** Whether a value is a future of `concurrent.futures`. */
export function isConcurrent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && CONCURRENT in value;
}
