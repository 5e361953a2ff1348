/** Follows the chain that decorators leave behind. */
import { signature } from '../builtins/arguments.js';
import { ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { isObject } from './brands.js';
import { isclass } from './types.js';

/** The keyword arguments of {@link unwrap}. @public */
export interface UnwrapKeywords {
  /** Called with each function of the chain; the first for which it answers true is the result. */
  readonly stop?: ((func: unknown) => unknown) | null | undefined;
}

const UNWRAP = signature('unwrap(func!, /, *, stop)');

function isWrapper(object: unknown): object is { readonly __wrapped__: unknown } {
  // A bound function inherits the attribute of a compiled one, but wraps nothing.
  return isObject(object) && !isclass(object) && (object as { __wrapped__?: unknown }).__wrapped__ !== undefined;
}

/**
 * The function inside of all its wrappers: follows `__wrapped__` to the end.
 *
 * Functions made by {@link coroutine} and {@link asyncgen} carry `__wrapped__`, as do those of any decorator that sets
 * it.
 *
 * @remarks
 * **Python.** `inspect.unwrap`.
 *
 * @example
 * ```ts
 * const body = function* () { yield* asyncio.sleep(0); };
 * asyncio.inspect.unwrap(asyncio.coroutine(body)) === body; // => true
 * ```
 *
 * @param func - Any object.
 * @param keywords - `stop` ends the search early.
 * @returns What is at the end of the chain; `func` itself if it wraps nothing.
 * @throws {@link ValueError} if the chain leads back to itself.
 * @public
 */
export function unwrap(func: unknown, keywords?: UnwrapKeywords): unknown;
export function unwrap(...args: unknown[]): unknown {
  const [func, stop] = UNWRAP.bind(args) as [unknown, UnwrapKeywords['stop']];
  const seen = new Set<unknown>([func]);
  let current = func;
  while (isWrapper(current) && !stop?.(current)) {
    current = current.__wrapped__;
    if (seen.has(current)) throw new ValueError(`wrapper loop when unwrapping ${repr(func)}`);
    seen.add(current);
  }
  return current;
}
