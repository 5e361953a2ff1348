/** What can be raised, and what JavaScript throws besides. */
import { BaseException, Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';
import { ownValue } from './native_errors.js';
import { defineHidden, isClass } from './repr.js';

/** Whether a value is an exception class, ours or native, of any realm. */
export function isExceptionClass(value: unknown): value is new (...args: unknown[]) => Error {
  if (typeof value !== 'function') return false;
  const prototype: unknown = (value as { prototype?: unknown }).prototype;
  if (typeof prototype !== 'object' || prototype === null) return false;
  // Native error classes are ordinary functions in some engines' eyes, but their prototypes can't be replaced either.
  return isClass(value) && (prototype instanceof Error || isErrorPrototype(prototype));
}

/** Another realm's `Error.prototype` is not `instanceof Error`, but a root called so. */
function isErrorPrototype(prototype: object): boolean {
  for (let owner: object | null = prototype; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    if (ownValue(owner, 'name') === 'Error' && Object.hasOwn(owner, 'message')) return true;
  }
  return false;
}

/**
 * An exception for what may be a class of exceptions, as Python's `raise` does it; anything else comes back as it is.
 */
export function instantiate(value: unknown): unknown {
  return isExceptionClass(value) ? new value() : value;
}

/** The exception that was being handled when this one was raised, also for native errors. */
function contextOf(error: object): unknown {
  return (error as { __context__?: unknown }).__context__ ?? null;
}

/**
 * Sets the context of an exception that was raised while `handled` was being handled, as Python does by itself. A
 * context that is known already stays, and no circle is made.
 */
export function chainContext(error: Error, handled: Error): void {
  if (contextOf(error) !== null) return;
  const seen = new Set<unknown>();
  for (let inner: unknown = handled; typeof inner === 'object' && inner !== null; inner = contextOf(inner)) {
    if (inner === error) return;
    // Somebody else may have made a circle.
    if (seen.has(inner)) break;
    seen.add(inner);
  }
  defineHidden(error, '__context__', handled);
}

/**
 * A value that was thrown and is no error: JavaScript can throw anything.
 *
 * Futures, tasks and groups hold exceptions only, so the library wraps such a value; `value` keeps it.
 *
 * @remarks
 * **Python.** Nothing like it: `raise 'text'` is a `TypeError` there.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   throw 'a text';
 * });
 * const error: unknown = await asyncio.run(main()).catch((error: unknown) => error);
 * error instanceof asyncio.ThrownValue && error.value; // => 'a text'
 * ```
 *
 * @public
 */
export class ThrownValue extends Exception {
  /** The value. */
  readonly value: unknown;

  /** Wraps a value. */
  constructor(value: unknown) {
    super(value);
    this.value = value;
  }
}

registerExceptions({ ThrownValue }, 'asyncio');

/** What was thrown, as an exception: errors as they are, anything else in a {@link ThrownValue}. */
export function toException(thrown: unknown): Error {
  return thrown instanceof BaseException ? thrown : new ThrownValue(thrown);
}
