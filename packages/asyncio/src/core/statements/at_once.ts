/**
 * How the library's own managers are entered and left where nobody has to be waited for: without a coroutine, which
 * would be several objects for something that is over at once.
 *
 * It is said of a method, not of a manager, so that a subclass with a method of its own is asked for its coroutine.
 */
import type { Immediate } from './bodies.js';

type Method = (this: never, ...args: never[]) => unknown;

/** Does what a method's coroutine does; null, and nothing is done, if somebody has to be waited for. */
type AtOnce = (manager: never, exception: unknown) => Immediate<unknown> | null;

const AT_ONCE = Symbol('at once');

/** Says of an `__aenter__` or `__aexit__` how it is done at once. */
export function canBeAtOnce(method: Method, atOnce: AtOnce): void {
  Object.defineProperty(method, AT_ONCE, { value: atOnce });
}

/** Does at once what the coroutine of a method would do; null if it can't be done so. */
export function doneAtOnce(method: Method, manager: unknown, exception: unknown): Immediate<unknown> | null {
  const atOnce = (method as Method & { readonly [AT_ONCE]?: AtOnce })[AT_ONCE];
  return atOnce === undefined ? null : atOnce(manager as never, exception);
}
